"use client";

import { Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/components/dialog/confirm-dialog";
import { notify } from "@/components/feedback/notify";
import { useAction } from "@/components/form/use-action";
import { useDraft } from "@/components/form/use-draft";
import { approveOrderAction, cancelWaitingAction } from "../../approvals/actions";

export type Decision = "approve" | "cancel";

/** The order as the page shows it. */
export interface Seen {
  version: number;
  total: string;
}

interface DecideDialogProps {
  code: string;
  seen: Seen;
  decision: Decision;
  opened: boolean;
  onClose: () => void;
}

const words = {
  approve: {
    title: "Approve order",
    what: "The order goes on at once, as if it had been placed now. The customer sees that, and what you write here.",
  },
  cancel: {
    title: "Cancel order",
    what: "The order is canceled for good. The customer sees that, and what you write here.",
  },
} as const;

/** Approves or cancels a customer's order, with what the customer is told. */
export function DecideDialog({ code, seen, decision, opened, onClose }: DecideDialogProps) {
  const router = useRouter();
  const form = useForm({ initialValues: { comment: "" } });
  const draft = useDraft(`${decision}:${code}`, form);
  const approving = useAction(approveOrderAction);
  const cancelling = useAction(cancelWaitingAction);
  const failure = approving.failure ?? cancelling.failure;
  const { title, what } = words[decision];
  // What was shown when the dialog opened is what is agreed to, also when the page behind it is read anew.
  const [shown] = useState(seen);

  const approve = async (input: { code: string; comment: string }) => {
    const result = await approving.run({ ...input, ...shown });
    if (!result.ok) return null;
    const { heldBy } = result.value;
    return heldBy.length === 0
      ? "approved and carried out"
      : "approved. It waits for something else, which its page tells";
  };
  const cancel = async (input: { code: string; comment: string }) =>
    (await cancelling.run(input)).ok ? "cancelled" : null;
  const decide = async () => {
    const input = { code, ...form.values };
    const done = decision === "approve" ? await approve(input) : await cancel(input);
    // Where nothing was decided the dialog says why; the page behind it is read anew once that is read.
    if (!done) return;
    draft.clear();
    notify(`Order ${code} ${done}`);
    close();
  };
  const close = () => {
    onClose();
    router.refresh();
  };

  return (
    <ConfirmDialog
      opened={opened}
      title={`${title} ${code}`}
      confirm={title}
      danger={decision === "cancel"}
      pending={approving.pending || cancelling.pending}
      problem={failure?.message ?? null}
      onConfirm={decide}
      onClose={close}
    >
      <p>{what}</p>
      <Textarea
        mt="md"
        label="Comment"
        description="Optional."
        autosize
        minRows={3}
        {...form.getInputProps("comment")}
        error={failure?.problems.find(({ path }) => path === "comment")?.message}
        data-autofocus={decision === "cancel"}
      />
    </ConfirmDialog>
  );
}
