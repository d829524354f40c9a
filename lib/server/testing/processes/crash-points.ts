import type { Cut } from "./cutting-proxy";

/**
 * Chooses where to crash in work of so many messages: at `few` of them, spread from first to last on alternating sides, and
 * on both sides of the last. With `CRASHES=all` it chooses both sides of each.
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
