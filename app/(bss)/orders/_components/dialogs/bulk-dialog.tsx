"use client";

import { Button, Group, Select, Textarea, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useLocale } from "@/components/locale";
import { localDay } from "@/lib/domain/day";
import type { OrderRow } from "@/lib/server/orders/list";
import type { StatusOption } from "@/lib/server/orders/options";
import { cancelOrderAction, executeOrderAction, setOrderStatusAction } from "../../actions";
import { count } from "../words";
import { Dialog } from "./dialog";
import classes from "./dialogs.module.css";

export type BulkJob = {
  kind: "execute" | "cancel" | "status";
  orders: OrderRow[];
  /** Clears the selection. */
  done: () => void;
};

type Outcome = { code: string; ok: boolean; message: string };

const words = {
  execute: { title: "Execute", verb: "Execute", done: "Executed" },
  cancel: { title: "Cancel", verb: "Cancel orders", done: "Cancelled" },
  status: { title: "Change status of", verb: "Change status", done: "Changed" },
} as const;

/** Does one thing to every selected order, one after another, and tells how each went. */
export function BulkDialog({
  job,
  statuses,
  onClose,
}: {
  job: BulkJob;
  statuses: StatusOption[];
  onClose: () => void;
}) {
  const { timeZone } = useLocale();
  const { kind, orders } = job;
  const type = kind === "cancel" ? "cancelled" : "in_progress";
  const offered = statuses.filter((status) => status.type === type);
  const [statusId, setStatusId] = useState(offered[0]?.id ?? null);
  const [startDate, setStartDate] = useState(() => localDay(new Date(), timeZone));
  const [comment, setComment] = useState("");
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);
  const [running, setRunning] = useState(false);
  const stopped = useRef(false);
  const finished = !running && outcomes.length > 0;

  const act = (code: string) => {
    if (kind === "execute") return executeOrderAction({ code, startDate });
    if (kind === "cancel") return cancelOrderAction({ code, statusId: statusId ?? undefined, comment });
    return setOrderStatusAction({ code, statusId: statusId ?? "", comment });
  };
  const run = async () => {
    if (running) return;
    setRunning(true);
    stopped.current = false;
    for (const { code } of orders) {
      if (stopped.current) break;
      const result = await act(code).catch(() => null);
      const message = result?.ok ? words[kind].done : (result?.message ?? "The server did not answer.");
      setOutcomes((before) => [...before, { code, ok: result?.ok ?? false, message }]);
    }
    setRunning(false);
    job.done();
  };

  return (
    <Dialog
      onClose={() => !running && onClose()}
      title={`${words[kind].title} ${count(orders.length, "order")}`}
      size="lg"
    >
      {outcomes.length === 0 && !running ? (
        <div className={classes.fields}>
          {kind === "execute" && (
            <TextInput
              type="date"
              label="Start date"
              description="Of the subscriptions and invoices."
              value={startDate}
              onChange={(event) => setStartDate(event.currentTarget.value)}
              data-autofocus
            />
          )}
          {kind !== "execute" && (
            <>
              <Select
                label={kind === "cancel" ? "Reason" : "Status"}
                data={offered.map(({ id, description }) => ({ value: id, label: description }))}
                allowDeselect={false}
                value={statusId}
                onChange={setStatusId}
                data-autofocus
              />
              <Textarea
                label="Comment"
                description="Optional; it goes to the history of each order."
                maxLength={2000}
                autosize
                minRows={2}
                value={comment}
                onChange={(event) => setComment(event.currentTarget.value)}
              />
            </>
          )}
          {kind === "cancel" && (
            <p>A cancelled order is final. Of partly executed orders the rest is cancelled.</p>
          )}
        </div>
      ) : (
        <>
          <p role="status">
            {running
              ? `${outcomes.length} of ${orders.length} done …`
              : `${outcomes.filter(({ ok }) => ok).length} of ${orders.length} done.`}
          </p>
          <ul className={classes.outcomes} aria-label="Result per order">
            {outcomes.map(({ code, ok, message }) => (
              <li key={code} data-ok={ok}>
                {ok ? (
                  <IconCheck size={16} aria-hidden="true" />
                ) : (
                  <IconAlertTriangle size={16} aria-hidden="true" />
                )}
                <a href={`/orders/${code}`} target="_blank" rel="noreferrer">
                  {code}
                </a>
                <span>{message}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Group justify="flex-end" gap="sm" mt="lg">
        {finished ? (
          <Button onClick={onClose} data-autofocus>
            Done
          </Button>
        ) : (
          <>
            <Button
              variant="default"
              onClick={() => {
                stopped.current = true;
                if (!running) onClose();
              }}
            >
              {running ? "Stop" : "Back"}
            </Button>
            <Button color={kind === "cancel" ? "red.8" : undefined} loading={running} onClick={run}>
              {words[kind].verb}
            </Button>
          </>
        )}
      </Group>
    </Dialog>
  );
}
