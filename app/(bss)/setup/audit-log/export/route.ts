import type { NextRequest } from "next/server";
import { localDay } from "@/lib/domain/values/day";
import { recordExport } from "@/lib/server/audit-log/commands/record-export";
import { exportAuditLog } from "@/lib/server/audit-log/queries/export-audit-log";
import { ListAuditLogInput } from "@/lib/server/audit-log/queries/list-audit-log";
import { streamOf } from "@/lib/server/doors/stream";
import { file, respond } from "../../../../_components/respond";
import { filterOf } from "../../../_components/list/filter-of";

/** Answers with the filtered audit log as a file, written while it is read. The log then tells of it. */
export function GET(request: NextRequest) {
  const params = request.nextUrl.searchParams;
  return respond(async ({ ctx, stillCounts }) => {
    const input = ListAuditLogInput.parse(Object.fromEntries(params));
    const rows = await exportAuditLog(ctx, input);
    await recordExport(ctx, { list: "audit_log", filter: filterOf(input) });
    return file(
      streamOf(rows, stillCounts),
      "text/csv; charset=utf-8",
      `audit-log-${localDay(ctx.now, ctx.timeZone)}.csv`,
    );
  }, "export");
}
