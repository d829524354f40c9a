"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { notify } from "@/components/feedback/notify";
import { PendingButton } from "@/components/feedback/pending-button";
import { notifyFailure } from "@/components/form/notify-failure";
import { useAction } from "@/components/form/use-action";
import { RelativeTime } from "@/components/format/relative-time";
import { ProvisioningBadge } from "@/components/status/provisioning-badge";
import { count } from "@/lib/domain/format/count";
import { maxAttempts, provisioningDriverLabels } from "@/lib/domain/provisioning";
import type { ProvisioningTaskRow } from "@/lib/server/subscriptions/queries/subscriptions";
import { completeProvisioningAction, retryProvisioningAction } from "../actions";
import { FailDialog } from "./fail-dialog";
import classes from "./subscription.module.css";

interface ProvisioningTaskProps {
  task: ProvisioningTaskRow;
  /** Names the subscription or asset. */
  what: string;
}

export function ProvisioningTask({ task, what }: ProvisioningTaskProps) {
  const router = useRouter();
  const [failing, setFailing] = useState(false);
  const complete = useAction(completeProvisioningAction);
  const retry = useAction(retryProvisioningAction);
  const busy = complete.pending || retry.pending;

  const act = async (action: typeof complete | typeof retry, done: string) => {
    const result = await action.run({ taskId: task.id });
    if (result.ok) {
      notify(done);
      router.refresh();
    } else notifyFailure(result);
  };

  const buttons = {
    complete: (
      <PendingButton
        key="complete"
        pending={complete.pending}
        disabled={busy}
        onClick={() =>
          act(complete, `${what} is ${task.action === "deprovision" ? "de-provisioned" : "provisioned"}`)
        }
      >
        {task.action === "deprovision" ? "Mark de-provisioned" : "Mark provisioned"}
      </PendingButton>
    ),
    fail: (
      <Button key="fail" variant="default" disabled={busy} onClick={() => setFailing(true)}>
        Mark failed
      </Button>
    ),
    retry: (
      <PendingButton
        key="retry"
        variant={task.moves.includes("complete") ? "default" : "filled"}
        pending={retry.pending}
        disabled={busy}
        onClick={() => act(retry, `${what} is tried again`)}
      >
        Retry
      </PendingButton>
    ),
  };

  return (
    <article className={classes.task} aria-label={title(task)}>
      <div className={classes.line}>
        <div className={classes.words}>
          <strong>{title(task)}</strong>
          <ProvisioningBadge state={task.state} ended={task.action === "deprovision"} />
        </div>
        {task.moves.length > 0 && (
          <div className={classes.buttons}>{task.moves.map((move) => buttons[move])}</div>
        )}
      </div>
      {task.error && <p className={task.state === "failed" ? classes.error : classes.meta}>{task.error}</p>}
      <p className={classes.meta}>
        {task.vendor ? `By ${task.vendor}` : provisioningDriverLabels[task.driver]}. {triesInWords(task)} Last
        changed <RelativeTime value={task.updatedAt} />.
        {task.accepted && task.nextAttemptAt && (
          <>
            {" "}
            It has accepted the request and is asked again unless it reports back{" "}
            <RelativeTime value={task.nextAttemptAt} />.
          </>
        )}
        {task.state === "pending" && task.nextAttemptAt && (
          <>
            {" "}
            {task.tries === 0 ? "The system begins" : "The system tries again"}{" "}
            <RelativeTime value={task.nextAttemptAt} />.
          </>
        )}
      </p>
      {failing && <FailDialog task={task} what={what} onClose={() => setFailing(false)} />}
    </article>
  );
}

function title({ action, quantity }: ProvisioningTaskRow): string {
  const units = count(quantity, "unit");
  return { provision: `Provision ${units}`, change: `Add ${units}`, deprovision: `De-provision ${units}` }[
    action
  ];
}

function triesInWords({ driver, tries }: ProvisioningTaskRow): string {
  if (driver === "manual" || tries === 0) return "";
  return `Tried ${tries} of ${maxAttempts} times.`;
}
