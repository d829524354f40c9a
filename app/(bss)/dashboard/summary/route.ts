import { dashboardSummary } from "@/lib/server/dashboard/queries/dashboard-summary";
import { data, respond } from "../../../_components/respond";

/** Answers the lists and charts beside the Unexecuted Orders as they are now, for a dashboard that is open. */
export function GET() {
  return respond(async ({ ctx }) => data(await dashboardSummary(ctx)));
}
