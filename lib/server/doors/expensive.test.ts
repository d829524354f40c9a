import { expect, test } from "vitest";
import { type ExpensiveCall, expensiveCalls } from "@/lib/domain/expensive-calls";
import { tooOften } from "./expensive";

test.each(Object.keys(expensiveCalls) as ExpensiveCall[])(
  "%s is refused to a session that asks too often, and to no other one",
  async (call) => {
    const [busy, other] = [crypto.randomUUID(), crypto.randomUUID()];
    const asked = await Promise.all(Array.from({ length: expensiveCalls[call] }, () => tooOften(call, busy)));
    expect(asked.every((refusal) => refusal === null)).toBe(true);
    const refusal = await tooOften(call, busy);
    expect(refusal?.status).toBe(429);
    expect(Number(refusal?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await tooOften(call, other)).toBeNull();
  },
);
