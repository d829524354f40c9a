import { creditFor } from "../credit";
import { type Amount, sum } from "../money";
import { ok, type Result, refuse } from "../result";
import { applyChanges, type OrderChanges } from "./changes";
import { blocks, type Executor, type Gate, type GateFacts, heldBy } from "./gates";
import { requireExecutable } from "./open";
import {
  type OrderItem,
  type OrderPart,
  type OrderTree,
  placesOf,
  remainingItems,
  remainingQuantity,
} from "./order";
import { areAnswered, nothingAsked, type OutsideAnswers, outsideQuestions } from "./outside";
import { remainingPlaces } from "./places";
import type { OrderRefusal } from "./refusal";
import { partStage, primaryStage } from "./stage";
import { type LineAmounts, partAmounts } from "./totals";

export type ExecutionLine = { item: OrderItem; quantity: number; amounts: LineAmounts };

/** All that an execution will make and change; nothing else is decided later. */
export type ExecutionPlan = {
  /** The order that was asked for; its invoice is linked to it. */
  orderId: string;
  lines: ExecutionLine[];
  net: Amount;
  tax: Amount;
  total: Amount;
  /** Gates that held the order and were overridden. */
  overridden: Gate[];
  changes: OrderChanges;
};

/** Those whose doing or leave an execution waits for. */
export type Parties = Pick<GateFacts, "billingTo" | "inactive" | "reseller">;

export type ExecutionTerms = Parties & {
  executor: Executor;
  /** What vendors and the credit check said to the order as it is; nobody was asked unless given. */
  answers?: OutsideAnswers;
  /** Gates that somebody with the permission lets pass. */
  overridden?: readonly Gate["gate"][];
};

/**
 * Plans the execution of a sub-order, or of a primary's remaining items together with its open sub-orders:
 * docs/domain.md, section 2, "Execute Order". Refuses while a gate holds it, and says what is to be asked outside before
 * nothing holds it.
 */
export function planExecution(
  tree: OrderTree,
  part: OrderPart,
  { executor, answers = nothingAsked, overridden = [], ...parties }: ExecutionTerms,
): Result<ExecutionPlan, OrderRefusal> {
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

/** The gates that hold an open order, whoever would execute it; what was paid for it counts for it. */
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

/** The parts that executing `part` executes: itself, and under a primary its open sub-orders. */
function executedParts(tree: OrderTree, part: OrderPart): OrderPart[] {
  if (part !== tree.primary) return [part];
  return [part, ...tree.subOrders.filter((subOrder) => partStage(subOrder) === "open")];
}

/** What executing `part` executes: all that is left of it, and under a primary of its open sub-orders. */
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

/** Whether executing `part` leaves nothing of the order open. */
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
