import { addDays, startOfDay } from "./day";

/** Free trials of a subscription: docs/domain.md, section 5, "Trials". */

/** What a product offers; without, it cannot be tried. */
export type TrialOffer = { days: number; maxQuantity: number };

export const trialRange = { days: 366, maxQuantity: 1_000_000 } as const;

/** Days of a trial that was ordered of a product that has stopped offering them. */
const usualDays = 30;

/** Returns the day on which a trial ends, as it begins. */
export function trialEnd(startDay: string, offer: TrialOffer | null): string {
  return addDays(startDay, offer?.days ?? usualDays);
}

/** Days before the end at which the customer is told. */
const noticeDays = 7;

/** Returns when the customer is told that a trial ends, at once where less time is left. */
export function trialNoticeAt(endsOn: string, timeZone: string, now: Date): Date {
  const notice = startOfDay(addDays(endsOn, -noticeDays), timeZone);
  return notice > now ? notice : now;
}

export type TrialStep = "tell" | "wait" | "end";

/** Decides what is due for a trial: to tell of its end, to wait for it, since it is bought or told of, or to end it. */
export function trialStep(
  { endsOn, told, bought }: { endsOn: string; told: boolean; bought: boolean },
  now: Date,
  timeZone: string,
): TrialStep {
  if (now >= startOfDay(endsOn, timeZone)) return "end";
  return told || bought ? "wait" : "tell";
}

/** Says what is wrong with a trial of so many units, or nothing. */
export function trialProblem(offer: TrialOffer | null, quantity: number): string | null {
  if (!offer) return "This product has no trial. Buy it instead.";
  if (quantity <= offer.maxQuantity) return null;
  return `A trial of this product has at most ${offer.maxQuantity.toLocaleString("en")} units.`;
}
