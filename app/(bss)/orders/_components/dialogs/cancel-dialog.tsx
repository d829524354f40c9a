"use client";

import { Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { useQuestion } from "@/components/form/use-seen";
import { Quantity } from "@/components/format/numbers";
import type { ActionResult } from "@/lib/schemas/action-result";
import type { CancelOrderInput } from "@/lib/schemas/orders";
import type { OrderToEnd } from "@/lib/server/orders/queries/get-order";
import type { StatusOption } from "@/lib/server/orders/queries/options";
import { cancelOrderAction } from "../../actions";
import classes from "./dialogs.module.css";
import { RefusalAlert } from "./refusal-alert";

interface CancelDialogProps {
  order: OrderToEnd;
  statuses: StatusOption[];
  statusId?: string | undefined;
  /** Replaces the title, such as by "Cancel the remainder" of a partly executed primary. */
  title?: string;
  onClose: () => void;
}

interface CancelQuestionProps<Value> extends CancelDialogProps {
  send: (input: CancelOrderInput) => Promise<ActionResult<Value>>;
  onDone: (ended: Value) => void;
  /** Reads the order again where the page does not. */
  reload?: () => void;
}

/** Asks before an order is canceled from its page. */
export function CancelDialog(props: CancelDialogProps) {
  const done = useDone(props.onClose);
  return (
    <CancelQuestion
      {...props}
      send={cancelOrderAction}
      onDone={({ code, remainderOnly }) =>
        done(remainderOnly ? `The rest of order ${code} is canceled` : `Order ${code} is canceled`)
      }
    />
  );
}

/** Asks for the reason, a status of Type Cancelled, and says which part of the order ends. */
export function CancelQuestion<Value>(props: CancelQuestionProps<Value>) {
  const { statuses, statusId, title = "Cancel order", send, onDone, reload, onClose } = props;
  const reasons = statuses.filter(({ type }) => type === "cancelled");
  const [reason, setReason] = useState(statusId ?? reasons[0]?.id ?? null);
  const [comment, setComment] = useState("");
  const question = useQuestion({
    latest: props.order,
    seenOf: ({ shown, version, may }) => (may.cancel ? { ...shown.cancel, version } : null),
    what: "This order",
    send,
    onDone,
    reload,
  });
  const { subject: order, pending, failure, problems } = question;
  const partly = order.items.some(({ executed }) => executed > 0);

  const cancel = () =>
    question.answer(({ subject: { code }, ...was }) => ({
      code,
      ...was,
      statusId: reason ?? undefined,
      comment,
    }));

  return (
    <Dialog onClose={onClose} title={title}>
      <DialogForm
        verb={title}
        danger
        pending={pending}
        notice={question.notice}
        onSubmit={cancel}
        onClose={onClose}
      >
        <p>
          {!order.isPrimary
            ? `Its products go back to order ${order.primaryCode}, where they can be delivered again.`
            : partly
              ? "Everything that is executed stays. The rest is canceled, and the order ends as executed."
              : "No part of this order will be executed."}{" "}
          This cannot be undone.
        </p>
        {partly && <Remainder order={order} />}
        <Select
          label="Reason"
          data={reasons.map(({ id, description }) => ({ value: id, label: description }))}
          allowDeselect={false}
          value={reason}
          onChange={setReason}
          error={problems.statusId}
          data-autofocus
        />
        <Textarea
          label="Comment"
          description={
            order.isPrimary
              ? "Optional. The customer sees this comment, and the history keeps it."
              : "Optional. The history keeps it."
          }
          autosize
          minRows={2}
          maxRows={8}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
          error={problems.comment}
        />
        <RefusalAlert failure={failure} beside={["statusId", "comment"]} />
      </DialogForm>
    </Dialog>
  );
}

/** Lists exactly what is canceled: the rest of each product, and how much of it open sub-orders have. */
function Remainder({ order }: { order: OrderToEnd }) {
  const rows = order.items.map((item) => ({
    ...item,
    units: item.remaining + item.delivering.reduce((units, { quantity }) => units + quantity, 0),
  }));
  return (
    <ul className={classes.made} aria-label="Products to cancel">
      {rows
        .filter(({ units }) => units > 0)
        .map(({ id, description, units, quantity, delivering }) => (
          <li key={id}>
            <span>
              {description}
              {delivering.length > 0 && `, with sub-order ${delivering.map(({ code }) => code).join(", ")}`}
            </span>
            <span className="number">
              <Quantity value={units} /> of <Quantity value={quantity} />
            </span>
          </li>
        ))}
    </ul>
  );
}
