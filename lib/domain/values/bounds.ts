import { addDays } from "./day";

/** Holds the days that a date can have, counted from the organization's today: docs/domain.md, section 2, "Dates". */
export type Days = { first: string; last: string };

/** Returns the days on which a subscription may start. */
export function startDays(today: string): Days {
  return { first: addDays(today, -31), last: addDays(today, 366) };
}

/** Tells whether a possible start date needs a second look: it is more than 7 days ago or 31 days ahead. */
export function isUnusualStart(day: string, today: string): boolean {
  return day < addDays(today, -7) || day > addDays(today, 31);
}

/** Returns the days on which a payment can have arrived: the last two years. */
export function paymentDays(today: string): Days {
  return { first: addDays(today, -731), last: today };
}

/** Returns the days on which an order can have been placed: the last year. */
export function orderDays(today: string): Days {
  return { first: addDays(today, -366), last: today };
}

/** Returns the days on which something can have happened in the system that a company moves in from. */
export function pastDays(today: string): Days {
  return { first: "2000-01-01", last: today };
}

/** Returns the days on which an API key can expire: up to five years ahead. */
export function expiryDays(today: string): Days {
  return { first: today, last: addDays(today, 5 * 365) };
}

type DayProblem<Of extends string> = { reason: "date_out_of_range"; date: Of } & Days;

/** Returns which days can be chosen, or null if this is one of them. */
export function dayProblem<Of extends string>(date: Of, day: string, days: Days): DayProblem<Of> | null {
  return day >= days.first && day <= days.last ? null : { reason: "date_out_of_range", date, ...days };
}
