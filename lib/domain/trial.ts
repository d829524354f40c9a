import { addDays, startOfDay } from "./values/day";

/** A subscription can be tried free: docs/domain.md, section 5, "Trials". */

/** Holds what a product offers to be tried. A product without an offer cannot be tried. */
export type TrialOffer = { days: number; maxQuantity: number };

export const trialRange = { days: 366, maxQuantity: 1_000_000 } as const;

/** A trial lasts this many days if its product has stopped offering trials since. */
const usualDays = 30;

/** Returns the day on which a trial ends, as that day begins. */
export function trialEnd(startDay: string, offer: TrialOffer | null): string {
  return addDays(startDay, offer?.days ?? usualDays);
}

/** The customer is told this many days before the end. */
const noticeDays = 7;

/** Returns when to tell the customer that a trial ends, which is now if less time is left. */
export function trialNoticeAt(endsOn: string, timeZone: string, now: Date): Date {
  const notice = startOfDay(addDays(endsOn, -noticeDays), timeZone);
  return notice > now ? notice : now;
}

export type TrialStep = "tell" | "wait" | "end";

/** Decides what is due for a trial: to tell of its end, to wait because it was bought or told of, or to end it. */
export function trialStep(
  { endsOn, told, bought }: { endsOn: string; told: boolean; bought: boolean },
  now: Date,
  timeZone: string,
): TrialStep {
  if (now >= startOfDay(endsOn, timeZone)) return "end";
  return told || bought ? "wait" : "tell";
}

/** Returns what is wrong with a trial of so many units, or null. */
export function trialProblem(offer: TrialOffer | null, quantity: number): TrialProblem | null {
  if (!offer) return { reason: "no_trial" };
  return quantity <= offer.maxQuantity ? null : { reason: "trial_too_large", most: offer.maxQuantity };
}

type TrialProblem = { reason: "no_trial" } | { reason: "trial_too_large"; most: number };
