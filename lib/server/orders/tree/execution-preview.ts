import "server-only";
import { executionLines } from "@/lib/domain/order/moves/execution";
import type { OrderPart, OrderTree } from "@/lib/domain/order/tree/order";
import { formatAmount, sum } from "@/lib/domain/values/money";

/** What an execution would make, counted; nothing of it exists yet. */
export type ExecutionPreview = {
  lines: number;
  net: string;
  tax: string;
  /** Of the invoice, including tax. */
  total: string;
  currency: string;
  subscriptions: number;
  assets: number;
  quantityChanges: number;
  /** Carried out after the execution: by the product, and by hand. */
  tasks: number;
  manualTasks: number;
  /** Open sub-orders that are executed with it. */
  subOrders: string[];
};

/** From the very lines that the execution executes: docs/domain.md, section 3. */
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
