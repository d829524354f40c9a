import { creditFor } from "../../credit";
import { type Amount, sum } from "../../values/money";
import { ok, type Result, refuse } from "../../values/result";
import { type LineAmounts, partAmounts } from "../amounts/totals";
import { blocks, type Executor, type Gate, type GateFacts, heldBy } from "../holds/gates";
import { requireExecutable } from "../holds/open";
import { areAnswered, nothingAsked, type OutsideAnswers, outsideQuestions } from "../holds/outside";
import type { NotOpen, OrderRefused } from "../holds/refusal";
import {
  type OrderItem,
  type OrderPart,
  type OrderTree,
  placesOf,
  remainingItems,
  remainingQuantity,
} from "../tree/order";
import { remainingPlaces } from "../tree/places";
import { partStage, primaryStage } from "../tree/stage";
import { applyChanges, type OrderChanges } from "./changes";

export type ExecutionLine = { item: OrderItem; quantity: number; amounts: LineAmounts };

/** Holds all that an execution will make and change, so that nothing is decided later. */
export type ExecutionPlan = {
  /** Names the order that was asked for, which its invoice is linked to. */
  orderId: string;
  lines: ExecutionLine[];
  net: Amount;
  tax: Amount;
  total: Amount;
  /** Holds the gates that held the order and were overridden. */
  overridden: Gate[];
  changes: OrderChanges;
};

/** Holds the parties whose state or decision an execution waits for. */
export type Parties = Pick<GateFacts, "billingTo" | "inactive" | "reseller">;

export type ExecutionTerms = Parties & {
  executor: Executor;
  /** Holds what vendors and the credit check answered about the order as it is. Without it, nobody was asked. */
  answers?: OutsideAnswers;
  /** Names gates that a person with the permission lets pass. */
  overridden?: readonly Gate["gate"][];
};

/**
 * Plans the execution of a sub-order, or of a primary's remaining items together with its open sub-orders:
 * docs/domain.md, section 2, "Execute Order". Refuses while a gate holds the order, and names the questions to ask
 * outside once no gate does.
 */
export function planExecution(
  tree: OrderTree,
  part: OrderPart,
  { executor, answers = nothingAsked, overridden = [], ...parties }: ExecutionTerms,
): Result<ExecutionPlan, NotOpen | OrderRefused<"not_with_scheduler" | "held" | "unanswered">> {
  const open = requireExecutable(part, executor);
  if (!open.ok) return open;

  const lines = executionLines(tree, part);
  const total = sum(lines.map((line) => line.amounts.total));
  const gates = gatesOf(tree, part, parties, answers).filter((gate) => blocks(gate, executor));
  if (gates.some(({ gate }) => !overridden.includes(gate))) return refuse({ reason: "held", gates });
  const questions = outsideQuestions(part.code, lines, parties.billingTo, tree.currency);
  if (!areAnswered(questions, answers)) return refuse({ reason: "unanswered", questions });

  return ok({
    orderId: part.id,
    lines,
    net: sum(lines.map((line) => line.amounts.net)),
    tax: sum(lines.map((line) => line.amounts.tax)),
    total,
    overridden: gates,
    changes: executionChanges(tree, part, lines),
  });
}

/** Returns the gates that hold an open order against every executor. What was paid for the order counts for it. */
export function gatesOf(
  tree: OrderTree,
  part: OrderPart,
  { billingTo, inactive, reseller }: Parties,
  answers: OutsideAnswers = nothingAsked,
): Gate[] {
  const lines = executionLines(tree, part);
  const credit = creditFor(billingTo.credit, tree.primary.id);
  return heldBy({
    status: part.status,
    items: lines.map((line) => line.item),
    total: sum(lines.map((line) => line.amounts.total)),
    currency: tree.currency,
    schedule: part === tree.primary ? tree.schedule : null,
    questions: outsideQuestions(part.code, lines, billingTo, tree.currency),
    answers,
    billingTo: { ...billingTo, credit },
    inactive,
    reseller,
  });
}

/** Returns the parts that executing `part` executes: itself, and the open sub-orders of a primary. */
function executedParts(tree: OrderTree, part: OrderPart): OrderPart[] {
  if (part !== tree.primary) return [part];
  return [part, ...tree.subOrders.filter((subOrder) => partStage(subOrder) === "open")];
}

/**
 * Returns the lines that executing `part` executes: all that is left of it, and of the open sub-orders of a primary.
 */
export function executionLines(tree: OrderTree, part: OrderPart): ExecutionLine[] {
  return executedParts(tree, part)
    .flatMap(remainingItems)
    .map((item) => {
      const places = remainingPlaces(item, placesOf(tree, item));
      return {
        item,
        quantity: remainingQuantity(item),
        amounts: partAmounts(item, places, tree.currency),
      };
    });
}

/** Tells whether executing `part` leaves nothing of the order open. */
export function endsOrder(tree: OrderTree, part: OrderPart): boolean {
  const { ended } = executionChanges(tree, part, executionLines(tree, part));
  return ended.some(({ orderId }) => orderId === tree.primary.id);
}

function executionChanges(tree: OrderTree, part: OrderPart, lines: readonly ExecutionLine[]): OrderChanges {
  const changes: OrderChanges = {
    executed: lines.map((line) => ({ itemId: line.item.id, units: line.quantity })),
    cancelled: [],
    reversed: [],
    ended: executedParts(tree, part).map(({ id }) => ({ orderId: id, stage: "executed" })),
  };
  return withRollUp(tree, changes);
}

/** Adds the primary's own end when the changes leave nothing open, or nothing executed. */
export function withRollUp(tree: OrderTree, changes: OrderChanges): OrderChanges {
  const stage = primaryStage(applyChanges(tree, changes));
  if (stage === "open" || stage === partStage(tree.primary)) return changes;
  if (changes.ended.some(({ orderId }) => orderId === tree.primary.id)) return changes;
  return { ...changes, ended: [...changes.ended, { orderId: tree.primary.id, stage }] };
}
