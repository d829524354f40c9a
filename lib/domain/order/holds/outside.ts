import type { Credit } from "../../credit";
import type { Silence } from "../../refusing/silence";
import { type Amount, formatAmount, sum } from "../../values/money";
import type { OrderItem } from "../tree/order";

/**
 * Vendors and the credit agency are asked before an order is executed: docs/domain.md, section 2, "Asked outside". An
 * answer counts for exactly what was asked, and a changed order is asked about anew.
 */

export type VendorQuestion = {
  vendor: { id: string; name: string };
  orderCode: string;
  items: {
    itemId: string;
    description: string;
    product: string;
    quantity: number;
    configuration: Readonly<Record<string, string>>;
  }[];
};

/** Holds the amount as decimal text in the currency. */
export type CreditQuestion = {
  account: { id: string; name: string };
  orderCode: string;
  amount: string;
  currency: string;
};

export type OutsideQuestions = { vendors: VendorQuestion[]; credit: CreditQuestion | null };

/** Holds an answer. `silent` means that none came. A message is in the words of the vendor or agency. */
export type Verdict =
  | { verdict: "clear" }
  | { verdict: "held"; message: string }
  | { verdict: "silent"; silence: Silence };

/** Holds what a refusal keeps of such an answer: what was said, or why nothing was. */
export type KeptAnswer = { answered: true; message: string } | { answered: false; silence: Silence };

function keptOf(verdict: Exclude<Verdict, { verdict: "clear" }>): KeptAnswer {
  return verdict.verdict === "held"
    ? { answered: true, message: verdict.message }
    : { answered: false, silence: verdict.silence };
}

function verdictOf(kept: KeptAnswer): Verdict {
  return kept.answered
    ? { verdict: "held", message: kept.message }
    : { verdict: "silent", silence: kept.silence };
}

export type OutsideAnswers = {
  /** Holds the items that the vendor names, where none means all that it was asked about. */
  vendors: readonly ({ vendorId: string; asked: string; items: readonly string[] } & Verdict)[];
  credit: ({ asked: string } & Verdict) | null;
};

/** Says that a vendor refused or did not answer. */
export type VendorGate = {
  gate: "vendor";
  vendors: ({
    id: string;
    name: string;
    items: { itemId: string; description: string }[];
    /** Holds what exactly the vendor was asked, since its answer counts for nothing else. */
    asked: string;
  } & KeptAnswer)[];
};

/** Says that the credit check refused or did not answer. */
export type CreditCheckGate = {
  gate: "credit_check";
  account: { id: string; name: string };
  amount: string;
  currency: string;
} & KeptAnswer;

export const nothingAsked: OutsideAnswers = { vendors: [], credit: null };

/** Returns what has to be asked before these lines are executed. */
export function outsideQuestions(
  orderCode: string,
  lines: readonly { item: OrderItem; quantity: number; amounts: { total: Amount } }[],
  billingTo: { id: string; name: string; credit: Pick<Credit, "checked"> },
  currency: string,
): OutsideQuestions {
  const vendors = new Map<string, VendorQuestion>();
  for (const { item, quantity } of lines) {
    if (!item.vendor?.preCheck) continue;
    const { id, name } = item.vendor;
    const question = vendors.get(id) ?? { vendor: { id, name }, orderCode, items: [] };
    const { description, productCode: product, configuration } = item;
    question.items.push({ itemId: item.id, description, product, quantity, configuration });
    vendors.set(id, question);
  }
  const total: Amount = sum(lines.map(({ amounts }) => amounts.total));
  const { id, name } = billingTo;
  const credit =
    billingTo.credit.checked && !total.isZero()
      ? { account: { id, name }, orderCode, amount: formatAmount(total, currency), currency }
      : null;
  return { vendors: [...vendors.values()], credit };
}

/** Returns the part of a question that its answer is bound to. */
export function askedOfVendor({ items }: VendorQuestion): string {
  return items
    .map(({ itemId, quantity, configuration }) => {
      const values = Object.entries(configuration).sort(([a], [b]) => (a < b ? -1 : 1));
      return [itemId, quantity, ...values.flat()].map(String).map(encodeURIComponent).join(":");
    })
    .sort()
    .join(" ");
}

export function askedOfCredit({ account, amount, currency }: CreditQuestion): string {
  return `${account.id} ${amount} ${currency}`;
}

function answerOf(question: VendorQuestion, { vendors }: OutsideAnswers) {
  const asked = askedOfVendor(question);
  return vendors.find((answer) => answer.vendorId === question.vendor.id && answer.asked === asked);
}

function creditAnswer(question: CreditQuestion, { credit }: OutsideAnswers) {
  return credit?.asked === askedOfCredit(question) ? credit : undefined;
}

export function areAnswered({ vendors, credit }: OutsideQuestions, answers: OutsideAnswers): boolean {
  return (
    vendors.every((question) => answerOf(question, answers)) &&
    (credit === null || creditAnswer(credit, answers) !== undefined)
  );
}

/** Holds what a vendor refused or did not answer. A vendor that nobody asked yet holds nothing here. */
export function vendorGate({ vendors }: OutsideQuestions, answers: OutsideAnswers): VendorGate | null {
  const held = vendors.flatMap((question) => {
    const answer = answerOf(question, answers);
    if (!answer || answer.verdict === "clear") return [];
    const named = question.items.filter(({ itemId }) => answer.items.includes(itemId));
    const items = (named.length > 0 ? named : question.items).map(({ itemId, description }) => ({
      itemId,
      description,
    }));
    return [{ ...question.vendor, items, asked: answer.asked, ...keptOf(answer) }];
  });
  return held.length > 0 ? { gate: "vendor", vendors: held } : null;
}

/** Holds what the credit check refused or did not answer. */
export function creditCheckGate(
  { credit }: OutsideQuestions,
  answers: OutsideAnswers,
): CreditCheckGate | null {
  const answer = credit && creditAnswer(credit, answers);
  if (!credit || !answer || answer.verdict === "clear") return null;
  const { account, amount, currency } = credit;
  return { gate: "credit_check", account, amount, currency, ...keptOf(answer) };
}

/** Returns the answers that a refusal keeps, so that a page shows them without asking again. */
export function remembered(gates: readonly { gate: string }[] | null): OutsideAnswers {
  const answers = { vendors: [] as OutsideAnswers["vendors"][number][], credit: nothingAsked.credit };
  for (const gate of gates?.filter(isOutside) ?? []) {
    if (gate.gate === "vendor") {
      for (const vendor of gate.vendors) {
        const items = vendor.items.map(({ itemId }) => itemId);
        answers.vendors.push({ vendorId: vendor.id, asked: vendor.asked, items, ...verdictOf(vendor) });
      }
    }
    if (gate.gate === "credit_check") {
      answers.credit = { asked: askedOfCredit({ ...gate, orderCode: "" }), ...verdictOf(gate) };
    }
  }
  return answers;
}

function isOutside(gate: { gate: string }): gate is VendorGate | CreditCheckGate {
  return gate.gate === "vendor" || gate.gate === "credit_check";
}
