import { recentReadiness } from "@/lib/server/database/readiness";

export const dynamic = "force-dynamic";

/** Says whether we can serve, and of each part that we need whether it works: the database, its migrations, a worker. */
export async function GET() {
  const { problem, parts } = await recentReadiness();
  return problem
    ? Response.json({ status: "not ready", problem, parts }, { status: 503 })
    : Response.json({ status: "ready", parts });
}
