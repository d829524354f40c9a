"use client";

import { Textarea } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { useAction } from "@/components/form/use-action";
import type { ProvisioningTaskRow } from "@/lib/server/subscriptions/queries/subscriptions";
import { failProvisioningAction } from "../actions";

interface FailDialogProps {
  task: ProvisioningTaskRow;
  what: string;
  onClose: () => void;
}

/** Asks for the reason before a provisioning task is marked as failed. */
export function FailDialog({ task, what, onClose }: FailDialogProps) {
  const [reason, setReason] = useState("");
  const fail = useAction(failProvisioningAction);
  const done = useDone(onClose);

  const submit = async () => {
    const result = await fail.run({ taskId: task.id, reason });
    if (result.ok) done(`${what} is marked failed`);
  };

  return (
    <Dialog title="Mark failed" onClose={onClose}>
      <DialogForm
        verb="Mark failed"
        pending={fail.pending}
        failure={fail.failure}
        beside={["reason"]}
        onSubmit={submit}
        onClose={onClose}
      >
        <Textarea
          label="Reason"
          description="Everybody who opens the subscription or its order reads it."
          autosize
          minRows={2}
          maxRows={6}
          data-autofocus
          value={reason}
          error={fail.problems.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </DialogForm>
    </Dialog>
  );
}
