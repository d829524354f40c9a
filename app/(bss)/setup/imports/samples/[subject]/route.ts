import type { NextRequest } from "next/server";
import { importSubjects } from "@/lib/domain/import-subject";
import { sampleFile } from "@/lib/domain/imports/samples";
import { requirePermission } from "@/lib/server/kernel/ctx";
import { file, respond } from "../../../../../_components/respond";

/** Answers with a file that can be imported, for people to fill in their own. */
export function GET(_: NextRequest, { params }: RouteContext<"/setup/imports/samples/[subject]">) {
  return respond(async ({ ctx }) => {
    requirePermission(ctx, "import:run");
    const { subject: named } = await params;
    const subject = importSubjects.find((one) => one === named);
    if (!subject) return new Response("There is no such sample.", { status: 404 });
    return file(sampleFile(subject), "text/csv; charset=utf-8", `${subject}.csv`);
  });
}
