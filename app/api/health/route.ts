export const dynamic = "force-dynamic";

/** Says that the web server is alive. It asks nobody else. */
export function GET() {
  return Response.json({ status: "alive" });
}
