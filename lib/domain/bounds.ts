import { addDays } from "./day";
import { longDay } from "./format/format";

/** Which days can be meant, counted from the organization's today: docs/domain.md, section 2, "Dates". */
export type Days = { first: string; last: string };

/** Returns the days on which a subscription may start. */
export function startDays(today: string): Days {
  return { first: addDays(today, -31), last: addDays(today, 366) };
}

/** Tells whether a start date that is possible is worth a second look: more than 7 days ago or 31 days ahead. */
export function isUnusualStart(day: string, today: string): boolean {
  return day < addDays(today, -7) || day > addDays(today, 31);
}

/** Returns the days on which a payment may have come in: the last two years. */
export function paymentDays(today: string): Days {
  return { first: addDays(today, -731), last: today };
}

/** Returns the days on which an order may have been placed: the last year. */
export function orderDays(today: string): Days {
  return { first: addDays(today, -366), last: today };
}

/** Says which days can be chosen, or nothing where this is one of them. `what` is "a start date". */
export function dayProblem(what: string, day: string, { first, last }: Days, locale: string): string | null {
  if (day >= first && day <= last) return null;
  return `Choose ${what} from ${longDay(first, locale)} to ${longDay(last, locale)}.`;
}
