"use client";

import { Button, Group, Loader, Radio, Select, Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { ActionFailure } from "@/components/action-result";
import { Dialog } from "@/components/dialog";
import { notify } from "@/components/notify";
import { useAction } from "@/components/use-action";
import type { StartBulkRunInput } from "@/lib/schemas/bulk";
import type { BulkAction } from "@/lib/server/bulk/permissions";
import type { BulkPreflight } from "@/lib/server/bulk/preflight";
import type { StatusOption } from "@/lib/server/orders/options";
import { actionWords, preflightLines, runTitle } from "../../bulk/_components/words";
import { preflightBulkAction, startBulkRunAction } from "../../bulk/actions";
import { count } from "../words";
import classes from "./dialogs.module.css";
import { RefusalAlert } from "./refusal-alert";
import { useStartDate } from "./use-start-date";

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
export function BulkDialog({ job, statuses, onClose }: BulkDialogProps) {
  const { action, selection } = job;
  const { run: look, failure: blind } = useAction(preflightBulkAction);
  const { run: start, pending, failure } = useAction(startBulkRunAction);
  const [preflight, setPreflight] = useState<BulkPreflight | null>(null);
  const [readyOnly, setReadyOnly] = useState(true);
  const { take, fields } = useWork(action, statuses, failure);
  const sent = useRef(false);

  useEffect(() => {
    look({ action, selection }).then((result) => result.ok && setPreflight(result.value));
  }, [look, action, selection]);

  const all = preflight?.selected ?? 0;
  const some = preflight !== null && preflight.ready > 0 && preflight.ready < all;
  const orders = some && readyOnly ? preflight.ready : all;
  const begin = async () => {
    const work = take();
    if (sent.current || !preflight || !work) return;
    sent.current = true;
    const result = await start({ selection, work, readyOnly: some && readyOnly });
    sent.current = result.ok;
    if (!result.ok) return;
    job.done();
    onClose();
    notify(`${runTitle({ action, orders })}: started`, {
      label: "Show progress",
      href: `/orders/bulk/${result.value.runId}`,
    });
  };

  return (
    <Dialog
      onClose={onClose}
      title={preflight ? runTitle({ action, orders: all }) : `${actionWords[action].verb} orders`}
    >
      <form
        className={classes.fields}
        noValidate
        aria-busy={!preflight && !blind}
        onSubmit={(event) => {
          event.preventDefault();
          begin();
        }}
      >
        {!preflight && !blind && <Loader size="sm" aria-label="Looking at the orders" />}
        {preflight && <LookAhead action={action} preflight={preflight} />}
        {preflight && fields}
        {some && (
          <Radio.Group
            label="Orders to take"
            value={readyOnly ? "ready" : "all"}
            onChange={(value) => setReadyOnly(value === "ready")}
          >
            <div className={classes.choice}>
              <Radio value="ready" label={`Only the ${preflight.ready} that ${actionWords[action].can}`} />
              <Radio value="all" label={`All ${all}; what is refused says why`} />
            </div>
          </Radio.Group>
        )}
        {action === "cancel" && preflight && (
          <p>A cancelled order is final. Of partly executed orders the rest is cancelled.</p>
        )}
        <RefusalAlert failure={blind ?? failure} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Back
          </Button>
          {preflight && !preflight.tooMany && all > 0 && (
            <Button type="submit" color={action === "cancel" ? "red.8" : undefined} loading={pending}>
              {runTitle({ action, orders })}
            </Button>
          )}
        </Group>
      </form>
    </Dialog>
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

/** What each order's command takes beside the order, and the fields that ask for it. */
function useWork(action: BulkAction, statuses: StatusOption[], failure: ActionFailure | null) {
  const type = action === "cancel" ? "cancelled" : "in_progress";
  const offered = statuses.filter((status) => status.type === type);
  const [statusId, setStatusId] = useState(offered[0]?.id ?? "");
  const [comment, setComment] = useState("");
  const problemOf = (field: string) =>
    failure?.problems.find(({ path }) => path === `work.input.${field}`)?.message;
  const start = useStartDate(problemOf("startDate"));

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
        error={problemOf("statusId")}
        onChange={(value) => setStatusId(value ?? "")}
        data-autofocus
      />
      <Textarea
        label="Comment"
        description={
          action === "cancel"
            ? "Optional. The customer reads it, and it goes to the history of each order."
            : "Optional; it goes to the history of each order."
        }
        autosize
        minRows={2}
        value={comment}
        error={problemOf("comment")}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
    </>
  );
  return { take, fields };
}
