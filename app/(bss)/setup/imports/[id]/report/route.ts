import type { NextRequest } from "next/server";
import { streamOf } from "@/lib/server/doors/stream";
import { importReport } from "@/lib/server/imports/queries/import-rows";
import { file, respond } from "../../../../../_components/respond";

/** Answers with what became of each row as a file, written while it is read. */
export function GET(_: NextRequest, { params }: RouteContext<"/setup/imports/[id]/report">) {
  return respond(async ({ ctx, stillCounts }) => {
    const { id: importId } = await params;
    const report = await importReport(ctx, { importId });
    return file(streamOf(report, stillCounts), "text/csv; charset=utf-8", `import-${importId}.csv`);
  }, "export");
}
