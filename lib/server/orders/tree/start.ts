import "server-only";
import type { OrderRefused } from "@/lib/domain/order/holds/refusal";
import { dayProblem, startDays } from "@/lib/domain/values/bounds";
import { localDay, startOfDay } from "@/lib/domain/values/day";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { Ctx } from "../../kernel/ctx";
import type { Tx } from "../../kernel/db";
import { organizationTimeZone } from "../../organizations/day";

/** Holds when an execution takes effect. */
export type Start = {
  /** Holds the organization's day, on which the invoice is issued. */
  today: string;
  /** Holds the day on which subscriptions start. */
  day: string;
  /** Holds the organization's time zone. */
  timeZone: string;
  /** Holds when the services are set up: at the start of that day, or null for at once. */
  setUpAt: Date | null;
};

/**
 * Decides when an execution takes effect, or refuses a start date out of range: docs/domain.md, section 2, "Dates". A
 * scheduled order's day has already begun where it was chosen, so it waits for no other midnight.
 */
export async function planStart(
  tx: Tx,
  ctx: Ctx,
  chosen: string | undefined,
): Promise<Result<Start, OrderRefused<"invalid_input">>> {
  const timeZone = await organizationTimeZone(tx, ctx);
  const today = localDay(ctx.now, timeZone);
  const day = chosen ?? today;
  const outOfRange = dayProblem("start", day, startDays(today));
  if (outOfRange)
    return refuse({ reason: "invalid_input", problems: [{ ...outOfRange, path: "startDate" }] });
  const waits = day > today && ctx.actor.type !== "scheduler";
  return ok({ today, day, timeZone, setUpAt: waits ? startOfDay(day, timeZone) : null });
}
