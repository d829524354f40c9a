import type { BillingPeriod } from "./product";
import { type TrialOffer, trialEnd } from "./trial";
import { addDays, addMonths } from "./values/day";

/** Holds the first and last day of a service. */
export type ServicePeriod = { from: string; to: string };

type Charged = {
  itemType: "new" | "trial" | "quantity_change";
  billingPeriod: BillingPeriod;
  trial: TrialOffer | null;
};

/**
 * Returns what an invoice line charges for: a billing period from the start day on, or a trial's days. An item that is
 * billed once has no period: docs/domain.md, section 3, "Documents".
 */
export function servicePeriod(item: Charged, startDay: string): ServicePeriod | null {
  if (item.billingPeriod === "once") return null;
  return { from: startDay, to: addDays(endOf(item, startDay), -1) };
}

function endOf({ itemType, billingPeriod, trial }: Charged, startDay: string): string {
  if (itemType === "trial") return trialEnd(startDay, trial);
  return addMonths(startDay, billingPeriod === "year" ? 12 : 1);
}
