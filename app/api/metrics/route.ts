import { answerMetrics } from "@/lib/server/doors/metrics";

export const dynamic = "force-dynamic";

/** Answers the metrics of this web server to whoever has the token for them. */
export function GET(request: Request) {
  return answerMetrics(request.headers.get("authorization"));
}
