import type { Metadata } from "next";
import { RelativeTime } from "@/components/format/relative-time";
import { DownloadButton } from "@/components/layout/download-button";
import { PageHeader } from "@/components/layout/page-header";
import { RefreshOnChange } from "@/components/live/live";
import { rowDays, rowsAreGone } from "@/lib/domain/imports/import";
import { listImportRows } from "@/lib/server/imports/queries/import-rows";
import { getImport } from "@/lib/server/imports/queries/imports";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { found } from "../../../../_components/found";
import { ImportActions } from "../_components/import-actions";
import { ImportProgress } from "../_components/import-progress";
import { ImportRowTable } from "../_components/import-row-table";
import classes from "../_components/imports.module.css";
import { subjectLabels } from "../_components/words";

export const metadata: Metadata = { title: "Import" };

export default async function ImportPage({ params, searchParams }: PageProps<"/setup/imports/[id]">) {
  const ctx = await requireCtx("import:run");
  const { id } = await params;
  const record = await found(getImport, ctx, id);
  const rows = await listImportRows(ctx, { ...(await searchParams), importId: id });
  return (
    <RefreshOnChange topic="imports" affects={record.id}>
      <PageHeader
        title={record.fileName}
        meta={
          <span>
            {subjectLabels[record.subject]}, sent by {record.by} <RelativeTime value={record.createdAt} />
          </span>
        }
        secondary={<DownloadButton href={`/setup/imports/${id}/report`}>Download report</DownloadButton>}
        primary={<ImportActions record={record} />}
      />
      <ImportProgress record={record} />
      <ImportRowTable subject={record.subject} page={rows} gone={rowsAreGone(record.finishedAt, ctx.now)} />
      <p className={classes.kept}>
        We delete the rows {rowDays} days after the import ends. What they made stays.
      </p>
    </RefreshOnChange>
  );
}
