import "server-only";
import { executionLines } from "@/lib/domain/order/moves/execution";
import type { OrderPart, OrderTree } from "@/lib/domain/order/tree/order";
import { formatAmount, sum } from "@/lib/domain/values/money";

/** Counts what an execution would create. None of it exists yet. */
export type ExecutionPreview = {
  lines: number;
  net: string;
  tax: string;
  /** Holds the invoice's total including tax. */
  total: string;
  currency: string;
  subscriptions: number;
  assets: number;
  quantityChanges: number;
  /** Counts the tasks after the execution: those of the product and those done by hand. */
  tasks: number;
  manualTasks: number;
  /** Lists the open sub-orders that are executed with it. */
  subOrders: string[];
};

/** Returns the preview, from the same lines that the execution uses: docs/domain.md, section 3. */
export function previewOf(tree: OrderTree, part: OrderPart): ExecutionPreview {
  const lines = executionLines(tree, part);
  const money = (values: Parameters<typeof sum>[0]) => formatAmount(sum(values), tree.currency);
  const provisioned = lines.filter(({ item }) => item.productType !== "one_off");
  const made = provisioned.filter(({ item }) => item.itemType !== "quantity_change");
  const executedItems = new Set(lines.map(({ item }) => item.id));
  return {
    lines: lines.length,
    net: money(lines.map(({ amounts }) => amounts.net)),
    tax: money(lines.map(({ amounts }) => amounts.tax)),
    total: money(lines.map(({ amounts }) => amounts.total)),
    currency: tree.currency,
    subscriptions: made.filter(({ item }) => item.productType === "subscription").length,
    assets: made.filter(({ item }) => item.productType === "asset").length,
    quantityChanges: provisioned.length - made.length,
    tasks: provisioned.length,
    manualTasks: provisioned.filter(({ item }) => item.provisioningDriver === "manual").length,
    subOrders: tree.subOrders
      .filter((subOrder) => subOrder !== part && subOrder.items.some(({ id }) => executedItems.has(id)))
      .map(({ code }) => code),
  };
}
