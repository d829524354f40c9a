import { createHash } from "node:crypto";
import ipaddr from "ipaddr.js";

/** Returns the address a request came from, as scripts/start/client-address.mjs leaves it for the web server. */
export function clientAddress(headers: Headers): string {
  return headers.get("x-forwarded-for")?.trim().slice(0, 64) || "unknown";
}

/**
 * Returns what an address counts as: an IPv6 address as its /64, of which one household has them all, and IPv4 that is written
 * as IPv6 as IPv4.
 */
export function countedAddress(address: string): string {
  const [plain = ""] = withoutPort(address).split("%");
  if (!ipaddr.isValid(plain)) return address;
  const ip = ipaddr.process(plain);
  if (ip.kind() === "ipv4") return ip.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${ip.toNormalizedString()}/64`).toString()}/64`;
}

/** Takes off the port that some proxies write behind an address. */
function withoutPort(address: string): string {
  return /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
}

/** Returns parts that people choose as one key of a fixed length. */
export function keyOf(...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
