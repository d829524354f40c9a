import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { ListAuditLogInput, listAuditLog } from "@/lib/server/audit-log/queries/list-audit-log";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { ExportLink } from "../../_components/list/export-link";
import { AuditLogTable } from "./_components/audit-log-table";

export const metadata: Metadata = { title: "Audit log" };

export default async function AuditLogPage({ searchParams }: PageProps<"/setup/audit-log">) {
  const ctx = await requireCtx("audit:read");
  const input = ListAuditLogInput.parse(await searchParams);
  const page = await listAuditLog(ctx, input);
  return (
    <>
      <PageHeader
        title="Audit log"
        meta="The audit log records changes of the setup, payments, sign-ins and exports. Nobody can change it."
        secondary={<ExportLink to="/setup/audit-log/export" />}
      />
      <AuditLogTable page={page} by={input.by} from={input.from} to={input.to} />
    </>
  );
}
