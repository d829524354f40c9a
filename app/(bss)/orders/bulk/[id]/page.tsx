import type { Metadata } from "next";
import { RelativeTime } from "@/components/format/relative-time";
import { PageHeader } from "@/components/layout/page-header";
import { RefreshOnChange } from "@/components/live/live";
import { getBulkRun } from "@/lib/server/bulk/queries/bulk-runs";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { found } from "../../../../_components/found";
import { BulkResultTable } from "../../_components/bulk/bulk-result-table";
import { BulkRunActions } from "../../_components/bulk/bulk-run-actions";
import { BulkRunProgress } from "../../_components/bulk/bulk-run-progress";
import { RunDetails } from "../../_components/bulk/run-details";
import { runTitle } from "../../_components/bulk/words";

export const metadata: Metadata = { title: "Bulk run" };

export default async function BulkRunPage({ params, searchParams }: PageProps<"/orders/bulk/[id]">) {
  const ctx = await requireCtx("order:read");
  const { id: runId } = await params;
  const { run, mayAct, results } = await found(getBulkRun, ctx, { ...(await searchParams), runId });
  return (
    <RefreshOnChange topic="bulk_runs" affects={run.id}>
      <PageHeader
        title={runTitle(run)}
        meta={
          <span>
            Started by {run.startedBy} <RelativeTime value={run.startedAt} />
            {run.retriedBy && `, retried by ${run.retriedBy}`}
          </span>
        }
        secondary={mayAct && <BulkRunActions run={run} />}
      />
      <p>
        <RunDetails run={run} />
      </p>
      <BulkRunProgress run={run} />
      <BulkResultTable page={results} />
    </RefreshOnChange>
  );
}
