import type { NextRequest } from "next/server";
import { localDay } from "@/lib/domain/values/day";
import { recordExport } from "@/lib/server/audit-log/commands/record-export";
import { exportAuditLog } from "@/lib/server/audit-log/queries/export-audit-log";
import { streamOf } from "@/lib/server/doors/stream";
import { file, respond } from "../../../../_components/respond";

/** Answers with the filtered audit log as a file, written while it is read. The log then tells of it. */
export function GET(request: NextRequest) {
  const params = request.nextUrl.searchParams;
  return respond(async ({ ctx }) => {
    const rows = await exportAuditLog(ctx, Object.fromEntries(params));
    await recordExport(ctx, { list: "audit_log", filter: params.toString().slice(0, 500) });
    return file(
      streamOf(rows),
      "text/csv; charset=utf-8",
      `audit-log-${localDay(ctx.now, ctx.timeZone)}.csv`,
    );
  }, "export");
}
