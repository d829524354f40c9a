import "server-only";
import { availableCredit } from "@/lib/domain/credit";
import type { ProvisioningAction, ProvisioningDriver } from "@/lib/domain/provisioning";
import type { Fact, Shown } from "@/lib/domain/seen";
import { isoDay } from "@/lib/domain/values/day";
import { formatAmount } from "@/lib/domain/values/money";
import { loadCredit } from "../../billing/credit";
import type { Ctx } from "../../kernel/ctx";
import type { Tx } from "../../kernel/db";
import { shown } from "../../kernel/seen";
import { loadOrder } from "./load";

/**
 * Holds what an execution created, or would create in a preview. Amounts are decimal text in the order's currency.
 */
export type ExecutionOutcome = {
  currency: string;
  invoice: {
    billingTo: string;
    issueDate: string;
    dueDate: string;
    net: string;
    tax: string;
    total: string;
    lines: {
      description: string;
      quantity: number;
      unitPrice: string;
      discountPercent: string;
      taxRate: string;
      net: string;
      tax: string;
      total: string;
    }[];
  };
  /** Lists the subscriptions that were created, and those that a quantity change added units to. */
  subscriptions: {
    description: string;
    type: "subscription" | "asset";
    startDate: string;
    quantity: number;
    trial: boolean;
  }[];
  provisioning: {
    description: string;
    action: ProvisioningAction;
    driver: ProvisioningDriver;
    quantity: number;
  }[];
  /** Lists the primary and its sub-orders with their final statuses. */
  statuses: { code: string; status: string }[];
  /** Holds the payer's credit afterwards; null is unlimited. */
  availableCredit: string | null;
  shown: Shown;
};

/** Loads the outcome from what the execution wrote, in its transaction or after it. */
export async function loadOutcome(tx: Tx, ctx: Ctx, code: string): Promise<ExecutionOutcome> {
  const { organizationId } = ctx;
  const { row, rows } = await loadOrder(tx, ctx, code);
  const { currency, billingTo } = row;
  const invoice = await tx.invoice.findUniqueOrThrow({
    where: { organizationId_orderId: { organizationId, orderId: row.id } },
    include: { lines: { orderBy: { position: "asc" } } },
  });
  const tasks = await tx.provisioningTask.findMany({
    where: { organizationId, orderItemId: { in: invoice.lines.map((line) => line.orderItemId) } },
    include: { subscription: true },
  });
  const position = new Map(invoice.lines.map((line) => [line.orderItemId, line.position]));
  tasks.sort((a, b) => (position.get(a.orderItemId) ?? 0) - (position.get(b.orderItemId) ?? 0));
  const available = availableCredit(await loadCredit(tx, ctx, billingTo.id));
  const money = (value: Parameters<typeof formatAmount>[0]) => formatAmount(value, currency);

  const outcome = {
    currency,
    invoice: {
      billingTo: billingTo.name,
      issueDate: isoDay(invoice.issueDate),
      dueDate: isoDay(invoice.dueDate),
      net: money(invoice.netTotal),
      tax: money(invoice.taxTotal),
      total: money(invoice.total),
      lines: invoice.lines.map((line) => ({
        description: line.description,
        quantity: line.quantity,
        unitPrice: money(line.unitPrice),
        discountPercent: line.discountPercent.toString(),
        taxRate: line.taxRate.toString(),
        net: money(line.net),
        tax: money(line.tax),
        total: money(line.total),
      })),
    },
    subscriptions: tasks.map(({ subscription }) => ({
      description: subscription.description,
      type: subscription.type,
      startDate: isoDay(subscription.startDate),
      quantity: subscription.quantity,
      trial: subscription.trial,
    })),
    provisioning: tasks.map(({ subscription, action, driver, quantity }) => ({
      description: subscription.description,
      action,
      driver,
      quantity,
    })),
    statuses: [...rows.values()].map((part) => ({ code: part.code, status: part.status.description })),
    availableCredit: available && money(available),
  };
  return { ...outcome, shown: shown(currency, factsOf(outcome)) };
}

function factsOf(outcome: Omit<ExecutionOutcome, "shown">): Fact[] {
  const { invoice, statuses, availableCredit: available } = outcome;
  return [
    { label: "Total", amount: invoice.total },
    { label: "Billing to", words: invoice.billingTo },
    ...invoice.lines.map(({ description, quantity, total }) => ({
      label: description,
      units: quantity,
      amount: total,
    })),
    ...statuses.map(({ code, status }) => ({ label: `Order ${code}`, words: status })),
    {
      label: `Available credit of ${invoice.billingTo}`,
      ...(available === null ? { words: "unlimited" } : { amount: available }),
    },
  ];
}
