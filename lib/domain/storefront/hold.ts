import { formatMoney, longDay } from "../format/format";
import { describeGate } from "../order/holds/gate-words";
import type { Gate } from "../order/holds/gates";

/** Says why a customer's order waits, in the customer's words: docs/domain.md, section 5. */
export type Hold = {
  gate: Gate["gate"];
  sentence: string;
  /** Says how the order goes on. */
  wayOut: string;
  /** Holds what the customer could pay to clear it, in the order's currency. */
  missing: string | null;
};

/**
 * Says who executes the order once nothing else holds it. `itself` means that what the customer does here executes it.
 */
export type ExecutedBy = "staff" | "scheduler" | "reseller" | "itself";

/**
 * Says what customers can do about their order here: pay what is missing, and have it executed by filling in its
 * values.
 */
export type OwnMeans = { mayPay: boolean; byValues: boolean };

/** Returns all that holds an order, for the people of an account. */
export function holdsOf(
  gates: readonly Gate[],
  customerAccountId: string,
  { mayPay, byValues }: OwnMeans,
  locale: string,
): Hold[] {
  const byScheduler = gates.some((gate) => gate.gate === "date" && gate.nextAttemptAt !== null);
  const byReseller = gates.some(({ gate }) => gate === "approval");
  // An order whose tries are over is tried anew when it is paid.
  const clearsHere = gates.every(
    (gate) =>
      gate.gate === "date" ||
      (gate.gate === "configuration" && byValues) ||
      (gate.gate === "credit" && mayPay && gate.account.id === customerAccountId),
  );
  const executor = byReseller ? "reseller" : byScheduler ? "scheduler" : clearsHere ? "itself" : "staff";
  return holdsAs(gates, customerAccountId, executor, locale);
}

/** Returns the same where it is known who executes the order. */
export function holdsAs(
  gates: readonly Gate[],
  customerAccountId: string,
  executor: ExecutedBy,
  locale: string,
): Hold[] {
  const holds = gates.map((gate) => holdOf(gate, customerAccountId, executor, locale));
  // Nobody is asked for money while an inactive account holds the order anyway.
  const inactive = gates.some(({ gate }) => gate === "inactive_account");
  return inactive ? holds.map((hold) => ({ ...hold, missing: null })) : holds;
}

/** Says who executes the order, and when. */
const executedByWords: Record<ExecutedBy, (once: string) => string> = {
  staff: (once) => `Our staff execute it once ${once}.`,
  scheduler: (once) => `It is executed on its day, or at the next try, once ${once}.`,
  itself: (once) => `It is executed automatically once ${once}.`,
  reseller: (once) => `It is executed when your reseller approves it, once ${once}.`,
};

/**
 * Returns a gate in the customer's words. Another account's credit stays private: only its payer learns the amounts.
 */
export function holdOf(gate: Gate, customerAccountId: string, executor: ExecutedBy, locale: string): Hold {
  switch (gate.gate) {
    case "credit":
      return gate.account.id === customerAccountId
        ? {
            gate: gate.gate,
            sentence: `This exceeds your available credit by ${formatMoney(gate.missing, gate.currency, locale)}.`,
            wayOut: executedByWords[executor]("the difference is paid"),
            missing: gate.missing,
          }
        : {
            gate: gate.gate,
            sentence: `This exceeds the credit of ${gate.account.name}, who is invoiced for it.`,
            wayOut: executedByWords[executor]("they have the credit"),
            missing: null,
          };
    case "inactive_account":
      return gate.accounts.some(({ as }) => as === "account")
        ? {
            ...words(gate, locale),
            sentence: "Your account is not active.",
            wayOut: "Contact us to have it activated. The order stays as it is until then.",
          }
        : {
            ...words(gate, locale),
            wayOut: "Contact us: we activate that account, or invoice another one.",
          };
    case "approval":
      return { ...words(gate, locale), wayOut: "This page shows when it is approved or canceled." };
    case "subscription":
      return { ...words(gate, locale), wayOut: "Ask us to take it out of the order, or order it again." };
    case "configuration":
      return {
        ...words(gate, locale),
        wayOut: `Fill it in on this page. ${executedByWords[executor]("it is filled in")}`,
      };
    case "not_sold":
      return { ...words(gate, locale), wayOut: "We contact you about a replacement." };
    case "vendor":
      return {
        gate: gate.gate,
        sentence: `We wait for our supplier: ${gate.vendors.flatMap(({ items }) => items.map((item) => item.description)).join(", ")}.`,
        wayOut: "We take care of it. This page shows when it is done.",
        missing: null,
      };
    case "credit_check":
      return {
        gate: gate.gate,
        sentence: "The credit check for this order is not passed yet.",
        wayOut: "We check this and contact you.",
        missing: null,
      };
    case "date":
      return scheduleHold(gate, locale);
    case "non_automatic":
      return {
        gate: gate.gate,
        sentence: `${gate.items.map(({ description }) => description).join(", ")}: set up by our staff.`,
        wayOut: "We take care of it. This page shows when it is done.",
        missing: null,
      };
  }
}

/**
 * Returns the hold of a scheduled order. The other gates say what kept it, since the scheduler's own words may tell of
 * another account's credit.
 */
function scheduleHold({ gate, day, attempts, nextAttemptAt }: Gate & { gate: "date" }, locale: string): Hold {
  const onDay = { gate, sentence: `We execute it on ${longDay(day, locale)}.`, missing: null };
  if (attempts === 0) return { ...onDay, wayOut: "You can change the day, or cancel the order, until then." };
  return {
    gate,
    sentence: `We could not execute it on ${longDay(day, locale)}.`,
    wayOut: nextAttemptAt
      ? "We try again automatically."
      : "Our staff check it. You can also choose another day.",
    missing: null,
  };
}

function words(gate: Gate, locale: string): Hold {
  return { gate: gate.gate, sentence: describeGate(gate, locale).sentence, wayOut: "", missing: null };
}

/** Says in a few words what an order waits for, where several of them stand in a row. */
export const heldForWords: Record<Gate["gate"], string> = {
  inactive_account: "an account that is not active",
  approval: "your reseller's approval",
  subscription: "a subscription that has ended",
  configuration: "values that are missing",
  not_sold: "a product that is no longer sold",
  vendor: "our supplier",
  credit: "credit",
  credit_check: "the credit check",
  non_automatic: "our staff",
  date: "its execution date",
};
