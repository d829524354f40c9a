"use client";

import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { newKey } from "@/components/form/new-key";
import { useQuestion } from "@/components/form/use-seen";
import { useLocale } from "@/components/format/locale";
import { Money } from "@/components/format/money";
import { count } from "@/lib/domain/format/count";
import { describeGate } from "@/lib/domain/order/holds/gate-words";
import type { OrderRefusal } from "@/lib/domain/order/holds/refusal";
import type { ActionResult } from "@/lib/schemas/action-result";
import type { ExecuteOrderInput } from "@/lib/schemas/orders";
import type { OrderDetail } from "@/lib/server/orders/queries/get-order";
import { executeOrderAction } from "../../actions";
import classes from "./dialogs.module.css";
import { RefusalAlert } from "./refusal-alert";
import { useStartDate } from "./use-start-date";

interface ExecuteDialogProps {
  order: Pick<OrderDetail, "code" | "version" | "heldBy" | "execution"> & {
    may: Pick<OrderDetail["may"], "overrideCredit">;
    shown: Pick<OrderDetail["shown"], "execute">;
  };
  /** Is the status that the order gets; without it, the one of Type Automatic Execute with the lowest No. */
  statusId?: string | undefined;
  onClose: () => void;
}

interface ExecuteQuestionProps<Value> extends ExecuteDialogProps {
  title?: string;
  /** Labels the button. */
  verb?: string;
  send: (input: ExecuteOrderInput) => Promise<ActionResult<Value>>;
  onDone: (made: Value) => void;
  /** Reads the order again where the page does not. */
  reload?: () => void;
}

/** Asks before an order is executed from its page. */
export function ExecuteDialog(props: ExecuteDialogProps) {
  const done = useDone(props.onClose);
  return (
    <ExecuteQuestion
      {...props}
      send={executeOrderAction}
      onDone={({ code, invoiceNumber }) => done(`Order ${code} executed, invoice ${invoiceNumber}`)}
    />
  );
}

/** Asks for the start date, shows what will be made, and executes once, however often somebody presses. */
export function ExecuteQuestion<Value>(props: ExecuteQuestionProps<Value>) {
  const { statusId, title = "Execute Order", verb = "Execute", send, onDone, reload, onClose } = props;
  const { locale } = useLocale();
  const [overriding, setOverriding] = useState(false);
  const [reason, setReason] = useState("");
  const question = useQuestion({
    latest: props.order,
    seenOf: ({ shown, version, execution }) => execution && { ...shown.execute, version },
    what: "This order",
    send,
    onDone,
    reload,
  });
  const { subject: order, pending, failure, problems } = question;
  const [idempotencyKey] = useState(newKey);
  const start = useStartDate(problems.startDate);
  // Only an execution asks vendors and the credit agency, so only its refusal can say that they hold the order.
  const refusal = failure?.refusal as OrderRefusal | undefined;
  const heldBy = refusal?.reason === "held" ? refusal.gates : order.heldBy;
  const gates = new Set(heldBy.map(({ gate }) => gate));
  const heldByCredit = gates.has("credit") || gates.has("credit_check");

  const execute = () => {
    const startDate = start.take();
    if (startDate === null) return;
    question.answer(({ subject: { code }, ...was }) => ({
      code,
      ...was,
      idempotencyKey,
      startDate,
      ...(statusId && { statusId }),
      ...(overriding && { overrideCredit: { reason } }),
    }));
  };

  return (
    <Dialog onClose={onClose} title={title} size="md">
      <DialogForm verb={verb} pending={pending} notice={question.notice} onSubmit={execute} onClose={onClose}>
        {start.field}
        {order.execution && <WillBeMade execution={order.execution} />}
        {order.heldBy.length > 0 && !failure && (
          <ul className={classes.gates} aria-label="What holds it">
            {order.heldBy.map((gate) => {
              const { label, sentence } = describeGate(gate, locale);
              return (
                <li key={gate.gate}>
                  <b>{label}:</b> {sentence}
                </li>
              );
            })}
          </ul>
        )}
        {heldByCredit && order.may.overrideCredit && (
          <>
            <Checkbox
              label={
                gates.has("credit")
                  ? "Execute although credit is missing"
                  : "Execute although the credit check holds it"
              }
              checked={overriding}
              onChange={(event) => setOverriding(event.currentTarget.checked)}
            />
            {overriding && (
              <TextInput
                label="Reason"
                description="The history keeps it, with the missing amount."
                value={reason}
                error={problems["overrideCredit.reason"]}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            )}
          </>
        )}
        <RefusalAlert failure={failure} beside={["startDate", "overrideCredit.reason"]} />
      </DialogForm>
    </Dialog>
  );
}

function WillBeMade({ execution }: { execution: NonNullable<OrderDetail["execution"]> }) {
  const made = [
    execution.subscriptions > 0 && count(execution.subscriptions, "subscription"),
    execution.assets > 0 && count(execution.assets, "asset"),
    execution.quantityChanges > 0 && count(execution.quantityChanges, "changed subscription"),
  ].filter((part) => part !== false);
  return (
    <section aria-label="What will be made">
      <ul className={classes.made}>
        <li>
          <span>Invoice with {count(execution.lines, "line")}</span>
          <strong>
            <Money amount={execution.total} currency={execution.currency} />
          </strong>
        </li>
        {made.length > 0 && (
          <li>
            <span>{made.join(", ")}</span>
          </li>
        )}
        {execution.tasks > 0 && (
          <li>
            <span>{count(execution.tasks, "provisioning task")}</span>
            {execution.manualTasks > 0 && <span>{execution.manualTasks} to be done by hand</span>}
          </li>
        )}
        {execution.subOrders.length > 0 && (
          <li>
            <span>Executed with it</span>
            <span>{execution.subOrders.join(", ")}</span>
          </li>
        )}
      </ul>
    </section>
  );
}
