import "server-only";
import dns from "node:dns";
import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { Agent } from "undici";
import { isInRange } from "../kernel/address-range";
import { config } from "../kernel/config";

/** Says which addresses may be called beside the public ones. */
export type Wall = { loopback: boolean; allow: readonly string[] };

/** Reports that a name leads to addresses that we must not call. */
export class Walled extends Error {
  override name = "Walled";
}

/** Returns the wall of this deployment. Tests and the demo call services on their own machine. */
export function wallOf({ embedded, outboundAllow } = config()): Wall {
  return { loopback: embedded, allow: outboundAllow };
}

/**
 * Tells whether an IP address may be called: it is public, or this deployment allows it. All ranges of a special purpose count as
 * not public, such as private networks and a cloud's metadata. See docs/domain.md, section 3, "Calls".
 */
export function mayCall(address: string, { loopback, allow }: Wall): boolean {
  if (!ipaddr.isValid(address)) return false;
  const range = ipaddr.process(address).range();
  if (range === "unicast" || (loopback && range === "loopback")) return true;
  return allow.some((allowed) => isInRange(address, allowed));
}

/**
 * Returns what resolves the name of a host when a connection to it is opened. It answers only addresses that may be called, and
 * the connection goes to just these, so that a name cannot lead elsewhere once it was checked.
 */
function walledLookup(wall: Wall, resolve = dns.lookup): LookupFunction {
  return (hostname, options, callback) =>
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const allowed = found.filter(({ address }) => mayCall(address, wall));
      const [first] = allowed;
      if (!first) return callback(new Walled(`${hostname} leads to no address that may be called`), []);
      if (options.all) return callback(null, allowed);
      callback(null, first.address, first.family);
    });
}

/** Returns what opens the connections of `fetch` behind the wall. */
export function walledAgent(wall: Wall, resolve?: typeof dns.lookup): Agent {
  return new Agent({ connect: { lookup: walledLookup(wall, resolve) } });
}

/** Returns the same for a library that takes an agent of Node.js, for addresses like this one. */
export function walledHttpAgent(url: string, wall = wallOf()): http.Agent {
  const { Agent: AgentOf } = new URL(url).protocol === "http:" ? http : https;
  return new AgentOf({ lookup: walledLookup(wall) });
}
