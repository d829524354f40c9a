"use client";

import { Button, Group, Modal, Textarea } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { notify } from "@/components/feedback/notify";
import { problemsByPath } from "@/components/form/action-result";
import { useAction } from "@/components/form/use-action";
import type { ProvisioningTaskRow } from "@/lib/server/subscriptions/queries/subscriptions";
import classes from "../../_components/form/form.module.css";
import { failProvisioningAction } from "../actions";

interface FailDialogProps {
  task: ProvisioningTaskRow;
  what: string;
  opened: boolean;
  onClose: () => void;
}

export function FailDialog({ task, what, opened, onClose }: FailDialogProps) {
  const router = useRouter();
  const [reason, setReason] = useState("");
  const fail = useAction(failProvisioningAction);
  const problems = problemsByPath(fail.failure?.problems ?? []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await fail.run({ taskId: task.id, reason });
    if (!result.ok) return;
    notify(`${what} is marked failed`);
    setReason("");
    onClose();
    router.refresh();
  };

  return (
    <Modal opened={opened} onClose={onClose} title="Mark failed" closeButtonProps={{ "aria-label": "Close" }}>
      <form onSubmit={submit} noValidate>
        {fail.failure && fail.failure.problems.length === 0 && (
          <p role="alert" className={classes.alert}>
            {fail.failure.message}
          </p>
        )}
        <Textarea
          label="Reason"
          description="Everybody who opens the subscription or its order reads it."
          autosize
          minRows={2}
          maxRows={6}
          data-autofocus
          value={reason}
          error={problems.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button variant="default" onClick={onClose}>
            Back
          </Button>
          <Button type="submit" loading={fail.pending}>
            Mark failed
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
