"use client";

import { useRouter } from "next/navigation";
import { PendingButton } from "@/components/feedback/pending-button";
import { notifyFailure } from "@/components/form/notify-failure";
import { useAction } from "@/components/form/use-action";
import { count } from "@/lib/domain/format/count";
import type { BulkRunRow } from "@/lib/server/bulk/queries/bulk-runs";
import { retryBulkRunAction, stopBulkRunAction } from "../../bulk/actions";

/** Stops a running bulk run, or lets an ended one try again what it has not done. */
export function BulkRunActions({ run }: { run: BulkRunRow }) {
  const router = useRouter();
  const stop = useAction(stopBulkRunAction);
  const retry = useAction(retryBulkRunAction);
  const left = run.orders - run.done;

  const act = async (action: typeof stop) => {
    const result = await action.run({ runId: run.id });
    if (!result.ok) notifyFailure(result);
    router.refresh();
  };

  if (run.state === "running") {
    return (
      <PendingButton variant="default" pending={stop.pending} onClick={() => act(stop)}>
        Stop
      </PendingButton>
    );
  }
  if (left === 0) return null;
  return (
    <PendingButton variant="default" pending={retry.pending} onClick={() => act(retry)}>
      Retry {count(left, "order")}
    </PendingButton>
  );
}
