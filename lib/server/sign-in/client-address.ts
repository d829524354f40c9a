/**
 * The address a request came from: the last hop, which the nearest proxy or our own web server wrote. Earlier
 * entries are the client's own word.
 */
export function clientAddress(headers: Headers): string {
  const hops = headers.get("x-forwarded-for")?.split(",") ?? [];
  return hops.at(-1)?.trim().slice(0, 64) || "unknown";
}
