export const dynamic = "force-dynamic";

/** The web server is alive; asks nothing of anybody else. */
export function GET() {
  return Response.json({ status: "alive" });
}
