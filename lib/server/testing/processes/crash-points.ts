import type { Cut } from "./cutting-proxy";

/**
 * Where to crash in work of so many messages: at `few` of them, spread from the first to the last and on alternating
 * sides, and both sides of the last; with `CRASHES=all` at each of them on both sides.
 */
export function crashPoints(messages: number, few: number): Cut[] {
  const every = Array.from({ length: messages }, (_, i) => i + 1);
  const sides = ["before", "after"] as const;
  if (process.env.CRASHES === "all") {
    return every.flatMap((message) => sides.map((side) => ({ message, side })));
  }
  const spread = Array.from({ length: few }, (_, i) => Math.round(1 + (i * (messages - 1)) / few));
  const some: Cut[] = spread.map((message, i) => ({ message, side: i % 2 ? "after" : "before" }));
  return [...some, ...sides.map((side) => ({ message: messages, side }))];
}
