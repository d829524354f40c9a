import { madeOnce } from "../format/made";

/** Returns the calendar day at `now` in a time zone (an IANA name), such as "2026-11-23". */
export function localDay(now: Date, timeZone: string): string {
  return calendarIn(timeZone).format(now);
}

/** Returns the day of a date that stands for a whole day, which databases and calculations give as its midnight in UTC. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function calendarIn(timeZone: string): Intl.DateTimeFormat {
  const digits = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return madeOnce(`calendar ${timeZone}`, () => new Intl.DateTimeFormat("en-CA", { timeZone, ...digits }));
}

/** Returns a moment as files write it in a time zone: "2026-11-23 18:05:09". */
export function localTime(moment: Date, timeZone: string): string {
  const styles = { dateStyle: "short", timeStyle: "medium" } as const;
  return madeOnce(
    `clock ${timeZone}`,
    () => new Intl.DateTimeFormat("sv-SE", { timeZone, ...styles }),
  ).format(moment);
}

/** Returns the day so many days after another. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return isoDay(date);
}

/** Returns the same day so many months later, or the last day of that month if it is shorter. */
export function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months, 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return isoDay(date);
}

/**
 * Returns the first minute of a day in a time zone. Where clocks jump over midnight it is the first minute that exists,
 * and a day that a zone left out begins with the next one.
 */
export function startOfDay(day: string, timeZone: string): Date {
  const calendar = calendarIn(timeZone);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // No zone is further from UTC than this, and every zone differs from it by whole minutes.
  let before = midnight - 15 * hour;
  let reached = midnight + 15 * hour;
  while (reached - before > minute) {
    const middle = before + Math.floor((reached - before) / 2 / minute) * minute;
    if (calendar.format(middle) >= day) reached = middle;
    else before = middle;
  }
  return new Date(reached);
}

const minute = 60_000;
const hour = 60 * minute;

/** Every date of an order lies between these days. */
export const firstDay = "2000-01-01";
export const lastDay = "2100-12-31";
