"use client";

import { Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { useAction } from "@/components/form/use-action";
import { useDraft } from "@/components/form/use-draft";
import { approveOrderAction, cancelWaitingAction } from "../../approvals/actions";

export type Decision = "approve" | "cancel";

/** Is the order as the page shows it. */
export interface Seen {
  version: number;
  total: string;
}

interface DecideDialogProps {
  code: string;
  seen: Seen;
  decision: Decision;
  onClose: () => void;
}

const words = {
  approve: {
    title: "Approve order",
    what: "We process the order at once. The customer sees your decision and your comment.",
  },
  cancel: {
    title: "Cancel order",
    what: "You cannot undo this. The customer sees your decision and your comment.",
  },
} as const;

/** Approves or cancels a customer's order, and asks what to tell the customer. */
export function DecideDialog({ code, seen, decision, onClose }: DecideDialogProps) {
  const router = useRouter();
  const tellDone = useDone(onClose);
  const form = useForm({ initialValues: { comment: "" } });
  const draft = useDraft(`${decision}:${code}`, form);
  const approving = useAction(approveOrderAction);
  const cancelling = useAction(cancelWaitingAction);
  const deciding = decision === "approve" ? approving : cancelling;
  const { title, what } = words[decision];
  // The person agrees to what the dialog showed when it opened, also when the page behind it is read anew.
  const [shown] = useState(seen);

  const approve = async (input: { code: string; comment: string }) => {
    const result = await approving.run({ ...input, ...shown });
    if (!result.ok) return null;
    const { heldBy } = result.value;
    return heldBy.length === 0
      ? "approved and carried out"
      : "approved. It still waits for something else, and its page tells for what";
  };
  const cancel = async (input: { code: string; comment: string }) =>
    (await cancelling.run(input)).ok ? "canceled" : null;
  const decide = async () => {
    const input = { code, ...form.values };
    const done = decision === "approve" ? await approve(input) : await cancel(input);
    if (!done) return;
    draft.clear();
    tellDone(`Order ${code} ${done}`);
  };
  // The dialog says why nothing was decided. After that, the page behind it has to show the order as it is now.
  const close = () => {
    onClose();
    router.refresh();
  };

  return (
    <Dialog title={`${title} ${code}`} onClose={close}>
      <DialogForm
        verb={title}
        danger={decision === "cancel"}
        pending={deciding.pending}
        failure={deciding.failure}
        beside={["comment"]}
        onSubmit={decide}
        onClose={close}
      >
        <p>{what}</p>
        <Textarea
          label="Comment"
          description="Optional."
          autosize
          minRows={3}
          {...form.getInputProps("comment")}
          error={deciding.problems.comment}
          data-autofocus={decision === "cancel" || undefined}
        />
      </DialogForm>
    </Dialog>
  );
}
