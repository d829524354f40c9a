import "server-only";
import { z } from "zod";
import { treeTotals } from "@/lib/domain/order/amounts/totals";
import { requireOpen } from "@/lib/domain/order/holds/open";
import { type MissingValue, missingValues } from "@/lib/domain/order/moves/fill-in";
import { type Combination, isDraft } from "@/lib/domain/order-status/combination";
import { storefrontStatusLabel } from "@/lib/domain/order-status/storefront-label";
import { executionDays } from "@/lib/domain/scheduling/schedule";
import type { Shown } from "@/lib/domain/seen";
import { type Hold, holdsOf } from "@/lib/domain/storefront/hold";
import { ownFacts, requireCancellable } from "@/lib/domain/storefront/own-order";
import { formatAmount } from "@/lib/domain/values/money";
import { OrderCode } from "@/lib/schemas/orders";
import { config } from "../../../kernel/config";
import { read } from "../../../kernel/db";
import { query } from "../../../kernel/definition/query";
import { NotFound } from "../../../kernel/errors";
import { shown } from "../../../kernel/seen";
import { loadOrder } from "../../../orders/tree/load";
import { customers } from "../../customer";
import { ownRows } from "../../own-rows";
import { goesOnByItself } from "../commands/fill-in-values";
import { ownGates } from "../gates";
import { type OwnOrderLine, ownOrderLines } from "../lines";

export type OwnOrder = {
  id: string;
  code: string;
  /** Holds the time in RFC 3339, UTC. */
  orderDate: string;
  currency: string;
  status: Combination & { label: string };
  /** Names the payer if that is another account. */
  billingTo: string | null;
  lines: OwnOrderLine[];
  totals: Record<"net" | "tax" | "finalPrice", string>;
  holds: Hold[];
  /** Lists the values that it waits for and its customer can fill in. */
  missing: MissingValue[];
  /** Tells whether the missing credit can be paid here. */
  mayPay: boolean;
  version: number;
  /** Holds what the customer agrees to when canceling or rescheduling it: docs/domain.md, "What was seen". */
  shown: Shown | null;
  mayCancel: boolean;
  /** Holds the schedule of an order that waits for its execution date. */
  schedule: OwnSchedule | null;
  /** Lists the numbers of the account's own invoices for it. */
  invoices: string[];
  /** Holds the reseller's comment on the approval or cancellation. */
  comment: string | null;
};

export type OwnSchedule = {
  /** Holds the chosen day. All days here are calendar days of the customer's time zone. */
  day: string;
  first: string;
  last: string;
  /** Holds the totals with tax if the price list has changed since. */
  price: { before: string; after: string } | null;
};

/** Returns one of the account's primary orders, but no basket. @throws NotFound */
export const getOwnOrder = query({
  name: "own-order.get",
  caller: customers("storefront:read-orders"),
  input: z.unknown(),
  async run({ ctx, who: customer }, rawCode): Promise<OwnOrder> {
    const { accountId } = customer;
    const code = OrderCode.safeParse(rawCode);
    const own =
      code.success &&
      (await ownRows(customer).order.findFirst({
        where: { code: code.data, parentId: null },
        select: { id: true },
      }));
    if (!own) throw new NotFound("order", String(rawCode));

    const order = await loadOrder(read(ctx), ctx, code.data);
    const { tree, part, row } = order;
    if (isDraft(part.status)) throw new NotFound("order", code.data);
    const [{ gates, price }, invoices, decision] = await Promise.all([
      ownGates(read(ctx), ctx, order),
      ownRows(customer).invoice.findMany({
        where: { order: { organizationId: ctx.organizationId, number: row.number } },
        orderBy: { createdAt: "asc" },
        select: { number: true },
      }),
      read(ctx).event.findFirst({
        where: { orderId: own.id, kind: { in: ["order.approved", "order.cancelled"] } },
        orderBy: { id: "desc" },
        select: { kind: true, comment: true },
      }),
    ]);
    const { schedule } = tree;
    const scheduled = schedule && part.status.type === "scheduled" ? schedule : null;
    const totals = treeTotals(tree);
    const money = (value: Parameters<typeof formatAmount>[0]) => formatAmount(value, tree.currency);
    // A cancellation by BSS has its own words, which were sent to the customer.
    const byReseller =
      decision?.kind === "order.approved" || part.status.storefrontType === "pending_approval";
    return {
      id: own.id,
      code: part.code,
      orderDate: row.orderDate.toISOString(),
      currency: tree.currency,
      status: { ...part.status, label: storefrontStatusLabel(part.status) },
      billingTo: row.billingTo.id === accountId ? null : row.billingTo.name,
      lines: ownOrderLines(tree),
      totals: { net: money(totals.net), tax: money(totals.tax), finalPrice: money(totals.finalPrice) },
      schedule: scheduled && {
        day: scheduled.day,
        ...executionDays(ctx.now, ctx.timeZone),
        price,
      },
      mayPay: config().paymentDriver !== null,
      missing: requireOpen(part).ok ? missingValues(tree) : [],
      holds: holdsOf(
        gates,
        accountId,
        { mayPay: config().paymentDriver !== null, byValues: goesOnByItself(order) },
        ctx.locale,
      ),
      invoices: invoices.map(({ number }) => number),
      version: row.version,
      shown: requireOpen(part).ok ? shown(tree.currency, ownFacts(tree, ctx.locale)) : null,
      mayCancel: requireCancellable(tree).ok,
      comment: byReseller ? (decision?.comment ?? null) : null,
    };
  },
});
