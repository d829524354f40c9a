import { readiness } from "@/lib/server/database/readiness";

export const dynamic = "force-dynamic";

/** Says that we can serve: the database answers, and has the migrations that this build was made for. */
export async function GET() {
  const problem = await readiness();
  return problem
    ? Response.json({ status: "not ready", problem }, { status: 503 })
    : Response.json({ status: "ready" });
}
