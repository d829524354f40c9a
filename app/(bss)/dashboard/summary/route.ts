import { dashboardSummary } from "@/lib/server/dashboard/queries/dashboard-summary";
import { may } from "@/lib/server/kernel/ctx";
import { currentCtx } from "@/lib/server/sign-in/session";

/** The lists and charts beside the Unexecuted Orders as they are now, for a dashboard that is open. */
export async function GET() {
  const ctx = await currentCtx();
  if (!ctx) return new Response(null, { status: 401 });
  if (!may(ctx, "dashboard:read")) return new Response(null, { status: 403 });
  return Response.json(await dashboardSummary(ctx), { headers: { "cache-control": "no-store" } });
}
