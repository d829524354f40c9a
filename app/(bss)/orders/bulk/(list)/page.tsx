import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { RefreshOnChange } from "@/components/live/live";
import { listBulkRuns } from "@/lib/server/bulk/queries/bulk-runs";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { BulkRunTable } from "../../_components/bulk/bulk-run-table";

export const metadata: Metadata = { title: "Bulk runs" };

export default async function BulkRunsPage({ searchParams }: PageProps<"/orders/bulk">) {
  const ctx = await requireCtx("order:read");
  return (
    <RefreshOnChange topic="bulk_runs" every={1000}>
      <PageHeader title="Bulk runs" />
      <BulkRunTable page={await listBulkRuns(ctx, await searchParams)} />
    </RefreshOnChange>
  );
}
