import type { Fact } from "../../seen";
import { formatAmount, sum } from "../../values/money";
import type { OrderPart, OrderTree } from "../tree/order";
import { type ExecutionLine, executionLines, gatesOf, type Parties } from "./execution";

/** Returns what the question before an execution shows: the invoice, who pays, and the credit that is short. */
export function executionFacts(tree: OrderTree, part: OrderPart, parties: Parties): Fact[] {
  const lines = executionLines(tree, part);
  const short = gatesOf(tree, part, parties).flatMap((gate) =>
    gate.gate === "credit" ? [{ label: "Credit limit exceeded by", amount: gate.missing }] : [],
  );
  return [
    totalOf(lines, tree.currency),
    ...short,
    { label: "Billing to", words: parties.billingTo.name },
    ...linesOf(lines, tree.currency),
    ...valuesOf(lines),
  ];
}

/** Returns what canceling would cancel: what is left of an order, or of a primary with its open sub-orders. */
export function remainderFacts(tree: OrderTree, part: OrderPart): Fact[] {
  const lines = executionLines(tree, part);
  return [totalOf(lines, tree.currency), ...linesOf(lines, tree.currency)];
}

/** Returns what can be delivered: what is left of a primary itself. */
export function deliveryFacts(tree: OrderTree, part: OrderPart): Fact[] {
  return remainderFacts({ ...tree, subOrders: [] }, part);
}

function totalOf(lines: readonly ExecutionLine[], currency: string): Fact {
  return { label: "Total", amount: formatAmount(sum(lines.map(({ amounts }) => amounts.total)), currency) };
}

function linesOf(lines: readonly ExecutionLine[], currency: string): Fact[] {
  return lines.map(({ item, quantity, amounts }) => ({
    label: item.description,
    units: quantity,
    amount: formatAmount(amounts.total, currency),
  }));
}

function valuesOf(lines: readonly ExecutionLine[]): Fact[] {
  return lines.flatMap(({ item }) =>
    Object.entries(item.configuration).map(([name, words]) => ({
      label: `${name} of ${item.description}`,
      words,
    })),
  );
}
