import { AsyncLocalStorage } from "node:async_hooks";

/** Names the ways by which calls come in: docs/architecture.md, "The way through". */
export type Door = "page" | "action" | "api" | "mcp" | "tmf622" | "callback" | "worker";

const passed = new AsyncLocalStorage<Door>();
let usual: Door = "page";

/** Does the work of somebody who came in by this door, so that what is measured can say so. */
export function through<Value>(door: Door, work: () => Value): Value {
  return passed.run(door, work);
}

/** Says by which door calls come in this process where nothing else is said. */
export function usually(door: Door): void {
  usual = door;
}

/** Returns the door by which a call came. A machine that calls a web server reports something or asks for something back. */
export function doorOf(caller: string): Door {
  return passed.getStore() ?? (caller === "machine" && usual === "page" ? "callback" : usual);
}
