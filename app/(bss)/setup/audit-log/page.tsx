import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { listAuditLog } from "@/lib/server/audit-log/queries/list-audit-log";
import { requireCtx } from "@/lib/server/sign-in/session";
import { AuditLogTable } from "./_components/audit-log-table";

export const metadata: Metadata = { title: "Audit log" };

export default async function AuditLogPage({ searchParams }: PageProps<"/setup/audit-log">) {
  const ctx = await requireCtx("audit:read");
  const page = await listAuditLog(ctx, await searchParams);
  return (
    <>
      <PageHeader
        title="Audit log"
        meta="The audit log records changes of the setup and of users, payments, sign-ins and attempts without permission. Nobody can change it."
      />
      <AuditLogTable page={page} />
    </>
  );
}
