"use client";

import { Button, Group, Select, Textarea } from "@mantine/core";
import { useRef, useState } from "react";
import { useAction } from "@/components/use-action";
import type { OrderDetail } from "@/lib/server/orders/detail";
import type { StatusOption } from "@/lib/server/orders/options";
import { cancelOrderAction } from "../../actions";
import { Dialog } from "./dialog";
import classes from "./dialogs.module.css";
import { RefusalAlert } from "./refusal-alert";
import { useDone } from "./use-done";

interface CancelDialogProps {
  order: OrderDetail;
  statuses: StatusOption[];
  statusId?: string | undefined;
  onClose: () => void;
}

/** Asks for the reason, a status of Type Cancelled, and says what of the order it ends. */
export function CancelDialog({ order, statuses, statusId, onClose }: CancelDialogProps) {
  const reasons = statuses.filter(({ type }) => type === "cancelled");
  const [reason, setReason] = useState(statusId ?? reasons[0]?.id ?? null);
  const [comment, setComment] = useState("");
  const { run, pending, failure } = useAction(cancelOrderAction);
  const sent = useRef(false);
  const done = useDone(onClose);
  const partly = order.items.some(({ executed }) => executed > 0);

  const cancel = async () => {
    if (sent.current) return;
    sent.current = true;
    const result = await run({ code: order.code, statusId: reason ?? undefined, comment });
    sent.current = result.ok;
    if (!result.ok) return;
    done(
      result.value.remainderOnly
        ? `The rest of order ${order.code} is cancelled`
        : `Order ${order.code} is cancelled`,
    );
  };

  return (
    <Dialog onClose={onClose} title="Cancel order">
      <form
        className={classes.fields}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          cancel();
        }}
      >
        <p>
          {!order.isPrimary
            ? `Its products go back to order ${order.primaryCode}, where they can be delivered again.`
            : partly
              ? "What is executed stays. The rest is cancelled, and the order ends as executed."
              : "Nothing of it will be executed."}{" "}
          This cannot be undone.
        </p>
        <Select
          label="Reason"
          data={reasons.map(({ id, description }) => ({ value: id, label: description }))}
          allowDeselect={false}
          value={reason}
          onChange={setReason}
          error={failure?.problems.find(({ path }) => path === "statusId")?.message}
          data-autofocus
        />
        <Textarea
          label="Comment"
          description="Optional; it goes to the history."
          maxLength={2000}
          autosize
          minRows={2}
          maxRows={8}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
          error={failure?.problems.find(({ path }) => path === "comment")?.message}
        />
        <RefusalAlert failure={failure} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Back
          </Button>
          <Button type="submit" color="red.8" loading={pending}>
            Cancel order
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
