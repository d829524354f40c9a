"use client";

import { Textarea } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { notify } from "@/components/notify";
import { useAction } from "@/components/use-action";
import { declineOrderAction } from "../approvals/actions";

interface DeclineDialogProps {
  code: string;
  opened: boolean;
  onClose: () => void;
}

/** Cancels a customer's order for good, with what the customer is told. */
export function DeclineDialog({ code, opened, onClose }: DeclineDialogProps) {
  const router = useRouter();
  const [comment, setComment] = useState("");
  const declining = useAction(declineOrderAction);

  const decline = async () => {
    const result = await declining.run({ code, comment });
    router.refresh();
    if (!result.ok) return;
    notify(`Order ${code} canceled`);
    onClose();
  };

  return (
    <ConfirmDialog
      opened={opened}
      title={`Cancel order ${code}`}
      confirm="Cancel order"
      danger
      pending={declining.pending}
      problem={declining.failure?.message ?? null}
      onConfirm={decline}
      onClose={onClose}
    >
      <p>The order is canceled for good. The customer sees that, and what you write here.</p>
      <Textarea
        mt="md"
        label="Comment"
        autosize
        minRows={3}
        value={comment}
        error={declining.failure?.problems.find(({ path }) => path === "comment")?.message}
        onChange={(event) => setComment(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  );
}
