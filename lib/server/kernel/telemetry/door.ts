import { AsyncLocalStorage } from "node:async_hooks";

/** Names the ways by which calls come in: docs/architecture.md, "The way through". */
export type Door = "page" | "action" | "api" | "mcp" | "tmf622" | "callback" | "worker";

const passed = new AsyncLocalStorage<Door>();
let usual: Door = "page";

/** Runs the work of a caller who came in by this door. What we measure of it names the door. */
export function through<Value>(door: Door, work: () => Value): Value {
  return passed.run(door, work);
}

/** Sets the door of all calls in this process that come in by no other one. */
export function usually(door: Door): void {
  usual = door;
}

/** Returns the door by which a call came in. In a web server, a machine that calls is a vendor or a payment provider. */
export function doorOf(caller: string): Door {
  return passed.getStore() ?? (caller === "machine" && usual === "page" ? "callback" : usual);
}
