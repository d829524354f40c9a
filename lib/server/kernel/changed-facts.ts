import "server-only";
import type { Prisma } from "./db";

/** Returns what differs, before and after, by the name of the value; null where nothing does. */
export function changedFacts(before: Prisma.InputJsonObject, after: Prisma.InputJsonObject) {
  const names = Object.keys(after).filter((name) => before[name] !== after[name]);
  const only = (facts: Prisma.InputJsonObject) =>
    Object.fromEntries(names.map((name) => [name, facts[name]]));
  return names.length > 0 ? { before: only(before), after: only(after) } : null;
}
