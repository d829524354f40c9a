"use client";

import { Loader, Select, Textarea } from "@mantine/core";
import { useEffect, useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { useAction } from "@/components/form/use-action";
import { useQuestion } from "@/components/form/use-seen";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import { count } from "@/lib/domain/format/count";
import type { OrderDetail } from "@/lib/server/orders/queries/get-order";
import type { StatusOption } from "@/lib/server/orders/queries/options";
import type { ReversalOutcome } from "@/lib/server/orders/tree/reversal-outcome";
import { previewReversalAction, reverseExecutionAction } from "../../actions";
import classes from "./dialogs.module.css";
import { RefusalAlert } from "./refusal-alert";

interface ReverseDialogProps {
  order: OrderDetail;
  statuses: StatusOption[];
  onClose: () => void;
}

/** Shows exactly what reversing will take back and asks for the reason, or says why it cannot be reversed. */
export function ReverseDialog({ order, statuses, onClose }: ReverseDialogProps) {
  const { run, failure } = useAction(previewReversalAction);
  const [outcome, setOutcome] = useState<ReversalOutcome | null>(null);
  useEffect(() => {
    // The outcome is read again after each change of the order or of what is paid. Once the order is reversed there is
    // none.
    if (order.may.reverse) run({ code: order.code }).then((result) => result.ok && setOutcome(result.value));
  }, [run, order]);

  return (
    <Dialog onClose={onClose} title="Reverse execution" size="lg">
      <div className={classes.fields} aria-busy={!outcome && !failure}>
        {outcome ? (
          <>
            <RefusalAlert failure={failure} />
            <ReasonForm order={order} statuses={statuses} latest={outcome} onClose={onClose} />
          </>
        ) : (
          <DialogForm onClose={onClose}>
            {!failure && <Loader size="sm" aria-label="Working it out" />}
            <RefusalAlert failure={failure} />
          </DialogForm>
        )}
      </div>
    </Dialog>
  );
}

function Outcome({ outcome }: { outcome: ReversalOutcome }) {
  const { currency, creditNotes, released, availableCredit, billingTo } = outcome;
  const money = (amount: string) => <Money amount={amount} currency={currency} />;
  return (
    <section aria-label="What will happen">
      <ul className={classes.made}>
        {creditNotes.map((note) => (
          <li key={note.invoice}>
            <span>Credit note for invoice {note.invoice}</span>
            <strong>{money(note.total)}</strong>
          </li>
        ))}
        {Number(released) > 0 && (
          <li>
            <span>Paid already, becomes credit of {billingTo}</span>
            <strong>{money(released)}</strong>
          </li>
        )}
        {outcome.subscriptions.map((subscription, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no other identity here and never move.
          <li key={index}>
            <span>
              {subscription.endDate
                ? `${subscription.description} ends`
                : `${count(subscription.units, "unit")} less of ${subscription.description}`}
              , de-provisioned {subscription.byHand ? "by hand" : "by the worker"}
            </span>
            {subscription.endDate && <DateText value={subscription.endDate} />}
          </li>
        ))}
        {outcome.statuses.map(({ code, status }) => (
          <li key={code}>
            <span>Order {code}</span>
            <strong>{status}</strong>
          </li>
        ))}
        <li>
          <span>Available credit of {billingTo}</span>
          <strong>{availableCredit === null ? "Unlimited" : money(availableCredit)}</strong>
        </li>
      </ul>
    </section>
  );
}

interface ReasonFormProps extends ReverseDialogProps {
  latest: ReversalOutcome;
}

function ReasonForm({ order, statuses, latest, onClose }: ReasonFormProps) {
  const reasons = statuses.filter(({ type }) => type === "cancelled");
  const [reason, setReason] = useState(reasons[0]?.id ?? null);
  const [comment, setComment] = useState("");
  const done = useDone(onClose);
  const question = useQuestion({
    latest,
    seenOf: ({ shown }) => shown,
    what: "This order",
    send: reverseExecutionAction,
    onDone: ({ creditNotes }) => {
      const numbers = creditNotes.map(({ number }) => number).join(", ");
      done(`Execution of order ${order.code} reversed, credit note ${numbers}`);
    },
  });
  const { subject, pending, failure, problems } = question;

  const reverse = () =>
    question.answer(({ seen }) => ({
      code: order.code,
      ...(seen && { seen }),
      statusId: reason ?? undefined,
      comment,
    }));

  return (
    <DialogForm
      verb="Reverse execution"
      danger
      pending={pending}
      notice={question.notice}
      onSubmit={reverse}
      onClose={onClose}
    >
      <Outcome outcome={subject} />
      <Select
        label="Reason"
        data={reasons.map(({ id, description }) => ({ value: id, label: description }))}
        allowDeselect={false}
        value={reason}
        onChange={setReason}
        error={problems.statusId}
      />
      <Textarea
        label="Comment"
        description="Say what went wrong. The history keeps it."
        required
        autosize
        minRows={2}
        maxRows={8}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        error={problems.comment}
      />
      <p className={classes.hint}>
        You cannot undo a reversal. Nothing is deleted. Order again what the customer still wants.
      </p>
      <RefusalAlert failure={failure} beside={["statusId", "comment"]} />
    </DialogForm>
  );
}
