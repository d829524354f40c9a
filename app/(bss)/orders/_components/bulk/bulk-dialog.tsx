"use client";

import { Loader, Radio, Select, Textarea } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { notify } from "@/components/feedback/notify";
import { useAction } from "@/components/form/use-action";
import { useQuestion } from "@/components/form/use-seen";
import { count } from "@/lib/domain/format/count";
import type { StartBulkRunInput } from "@/lib/schemas/bulk";
import type { BulkAction } from "@/lib/server/bulk/permissions";
import type { BulkPreflight } from "@/lib/server/bulk/queries/preflight-bulk";
import type { StatusOption } from "@/lib/server/orders/queries/options";
import { preflightBulkAction, startBulkRunAction } from "../../bulk/actions";
import classes from "../dialogs/dialogs.module.css";
import { useStartDate } from "../dialogs/use-start-date";
import { actionWords, preflightLines, runTitle } from "./words";

export type BulkJob = {
  action: BulkAction;
  selection: StartBulkRunInput["selection"];
  /** Clears the selection. */
  done: () => void;
};

interface BulkDialogProps {
  job: BulkJob;
  statuses: StatusOption[];
  onClose: () => void;
}

/** Says how the selected orders stand, asks what the action needs, and starts it in the background. */
export function BulkDialog(props: BulkDialogProps) {
  const { action, selection } = props.job;
  const { run: look, failure: blind } = useAction(preflightBulkAction);
  const [preflight, setPreflight] = useState<BulkPreflight | null>(null);
  const load = useCallback(() => {
    look({ action, selection }).then((result) => result.ok && setPreflight(result.value));
  }, [look, action, selection]);
  useEffect(load, [load]);

  return (
    <Dialog
      onClose={props.onClose}
      title={
        preflight ? runTitle({ action, orders: preflight.selected }) : `${actionWords[action].verb} orders`
      }
    >
      {preflight ? (
        <BulkForm {...props} latest={preflight} reload={load} />
      ) : (
        <DialogForm failure={blind} onClose={props.onClose}>
          {!blind && <Loader size="sm" aria-label="Looking at the orders" />}
        </DialogForm>
      )}
    </Dialog>
  );
}

interface BulkFormProps extends BulkDialogProps {
  latest: BulkPreflight;
  reload: () => void;
}

function BulkForm({ job, statuses, latest, reload, onClose }: BulkFormProps) {
  const { action, selection } = job;
  const [readyOnly, setReadyOnly] = useState(true);
  const question = useQuestion({
    latest,
    seenOf: ({ shown }) => shown,
    what: "This selection",
    send: startBulkRunAction,
    reload,
    onDone: ({ runId }) => {
      job.done();
      onClose();
      notify(`${runTitle({ action, orders })}: started`, {
        label: "Show progress",
        href: `/orders/bulk/${runId}`,
      });
    },
  });
  const { subject: preflight, pending, failure, problems } = question;
  const { take, fields } = useWork(action, statuses, problems);
  const all = preflight.selected;
  const some = preflight.ready > 0 && preflight.ready < all;
  const orders = some && readyOnly ? preflight.ready : all;
  const begin = () => {
    const work = take();
    if (!work) return;
    question.answer(({ seen }) => ({
      selection,
      work,
      readyOnly: some && readyOnly,
      ...(seen && { seen }),
    }));
  };

  return (
    <DialogForm
      verb={preflight.tooMany || all === 0 ? undefined : runTitle({ action, orders })}
      danger={action === "cancel"}
      pending={pending}
      failure={failure}
      beside={["startDate", "statusId", "comment"].map((field) => `work.input.${field}`)}
      notice={question.notice}
      onSubmit={begin}
      onClose={onClose}
    >
      <LookAhead action={action} preflight={preflight} />
      {fields}
      {some && (
        <Radio.Group
          label="Orders to take"
          value={readyOnly ? "ready" : "all"}
          onChange={(value) => setReadyOnly(value === "ready")}
        >
          <div className={classes.choice}>
            <Radio value="ready" label={`Only the ${preflight.ready} that ${actionWords[action].can}`} />
            <Radio value="all" label={`All ${all} orders. Refused orders show the reason.`} />
          </div>
        </Radio.Group>
      )}
      {action === "cancel" && (
        <p>A canceled order is final. We cancel only the rest of partly executed orders.</p>
      )}
    </DialogForm>
  );
}

function LookAhead({ action, preflight }: { action: BulkAction; preflight: BulkPreflight }) {
  const { selected, tooMany } = preflight;
  if (tooMany) {
    return (
      <p role="status">More than {count(selected, "order")} match. Narrow the filter and select again.</p>
    );
  }
  const lines = preflightLines(action, preflight);
  return (
    <div role="status">
      <p>{selected === 0 ? "No order matches any more." : `${selected} selected:`}</p>
      <ul className={classes.lookAhead}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** Returns the fields that the action needs beside the orders, and what each order's command takes from them. */
function useWork(action: BulkAction, statuses: StatusOption[], problems: Readonly<Record<string, string>>) {
  const type = action === "cancel" ? "cancelled" : "in_progress";
  const offered = statuses.filter((status) => status.type === type);
  const [statusId, setStatusId] = useState(offered[0]?.id ?? "");
  const [comment, setComment] = useState("");
  const start = useStartDate(problems["work.input.startDate"]);

  if (action === "execute") {
    const take = () => {
      const startDate = start.take();
      return startDate === null ? null : ({ action, input: { startDate } } as const);
    };
    return { take, fields: start.field };
  }
  const take = () => ({ action, input: { statusId, comment } }) as const;
  const fields = (
    <>
      <Select
        label={action === "cancel" ? "Reason" : "Status"}
        data={offered.map(({ id, description }) => ({ value: id, label: description }))}
        allowDeselect={false}
        value={statusId}
        error={problems["work.input.statusId"]}
        onChange={(value) => setStatusId(value ?? "")}
        data-autofocus
      />
      <Textarea
        label="Comment"
        description={
          action === "cancel"
            ? "Optional. The customer sees this comment, and the history of each order keeps it."
            : "Optional. The history of each order keeps it."
        }
        autosize
        minRows={2}
        value={comment}
        error={problems["work.input.comment"]}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
    </>
  );
  return { take, fields };
}
