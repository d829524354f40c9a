/** Returns the address a request came from, as scripts/start/client-address.mjs leaves it for the web server. */
export function clientAddress(headers: Headers): string {
  return headers.get("x-forwarded-for")?.trim().slice(0, 64) || "unknown";
}
