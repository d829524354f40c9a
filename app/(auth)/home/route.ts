import { pageOfHeader } from "@/lib/schemas/page-of";

/**
 * Leads to where the person starts, who pressed a link in a tab of another organization. It answers that tab with no page, so
 * that the browser opens everything anew, and nothing of the old page stays.
 */
export function GET(request: Request): Response {
  const headers = { "cache-control": "private, no-store" };
  if (request.headers.has(pageOfHeader)) return new Response("Open this address again.", { headers });
  return new Response(null, { status: 303, headers: { ...headers, location: "/" } });
}
