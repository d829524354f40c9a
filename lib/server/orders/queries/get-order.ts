import "server-only";
import { z } from "zod";
import type { Credit } from "@/lib/domain/credit";
import { type ShownLine, shownLines } from "@/lib/domain/order/amounts/shown-lines";
import { creditedTotal, orderTotals, profit, treeTotals } from "@/lib/domain/order/amounts/totals";
import type { Gate } from "@/lib/domain/order/holds/gates";
import type { NotDone } from "@/lib/domain/order/holds/not-done";
import { requireEditable, requireOpen } from "@/lib/domain/order/holds/open";
import { remembered } from "@/lib/domain/order/holds/outside";
import { toldReason } from "@/lib/domain/order/holds/reason";
import { describeRefusal } from "@/lib/domain/order/holds/refusal-told";
import { gatesOf } from "@/lib/domain/order/moves/execution";
import { deliveryFacts, executionFacts, remainderFacts } from "@/lib/domain/order/moves/shown";
import type { ItemType, OrderPart, OrderTree, Schedule } from "@/lib/domain/order/tree/order";
import {
  missingConfiguration,
  placesOf,
  remainingItems,
  remainingQuantity,
} from "@/lib/domain/order/tree/order";
import { type Places, remainingPlaces } from "@/lib/domain/order/tree/places";
import { executedUnits, partStage, progress, reversedUnits } from "@/lib/domain/order/tree/stage";
import type { OrderStatusType, StorefrontType } from "@/lib/domain/order-status/combination";
import type { BillingPeriod } from "@/lib/domain/product";
import type { Shown } from "@/lib/domain/seen";
import { requireWaiting } from "@/lib/domain/storefront/approval";
import { formatAmount } from "@/lib/domain/values/money";
import { OrderCode } from "@/lib/schemas/orders";
import { loadCredit } from "../../billing/credit";
import { type Ctx, may } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { NotFound } from "../../kernel/errors";
import { shown } from "../../kernel/seen";
import { type ExecutionPreview, previewOf } from "../tree/execution-preview";
import { forecastOf, type OrderForecast } from "../tree/forecast";
import { type LoadedOrder, loadOrder } from "../tree/load";
import { partiesOf } from "../tree/trees";

export type OrderStatus = {
  id: string;
  description: string;
  color: string;
  type: OrderStatusType;
  storefrontType: StorefrontType;
};

export type OrderItemDetail = {
  id: string;
  productId: string;
  description: string;
  itemType: ItemType;
  billingPeriod: BillingPeriod;
  quantity: number;
  unitPrice: string;
  discountPercent: string;
  taxRate: string;
  /** Counts the units that the total is for: those not canceled, or all units of a canceled order. */
  shown: number;
  /** Holds the line's total including tax. The lines add up to the order's final price. */
  total: string;
  configuration: Record<string, string>;
  /** Names the required values that are still missing. */
  missingConfiguration: string[];
  nonAutomatic: boolean;
  /** Holds the places of the units that can still be delivered. */
  left: Places;
  /** Counts the units by where they are. They add up to the quantity. */
  remaining: number;
  executed: number;
  cancelled: number;
  reversed: number;
  /** Lists the units in sub-orders that are still open. */
  delivering: { code: string; quantity: number }[];
};

/** Holds the primary or a sub-order as one line of the whole. */
export type TreePart = {
  id: string;
  code: string;
  status: OrderStatus;
  orderDate: string;
  executedItems: number;
  items: number;
  total: string;
};

export type OrderDetail = {
  id: string;
  code: string;
  /** Holds the id of the primary, under which live changes of the whole tree are announced. */
  primaryId: string;
  primaryCode: string;
  isPrimary: boolean;
  name: string;
  note: string;
  version: number;
  /** Holds the account. Without an email address, its messages stay in the outbox. */
  account: { id: string; code: string; name: string; email: string | null };
  /**
   * Holds the account's reseller while the order waits for their approval. Without an email address, messages stay in
   * the outbox.
   */
  approver: { code: string; name: string; email: string | null } | null;
  billingTo: { id: string; code: string; name: string };
  source: "bss" | "storefront";
  /** Names it in the system that it was imported from. */
  externalId: string | null;
  /** Says that it was executed or canceled in that system, which has its invoices. */
  movedIn: boolean;
  currency: string;
  /** Holds a time in RFC 3339, UTC, like all times here. */
  orderDate: string;
  updatedAt: string;
  executedAt: string | null;
  cancelledAt: string | null;
  status: OrderStatus;
  /** Counts the items that are executed completely, and all items that are wanted. */
  progress: { executed: number; all: number };
  totals: Record<"cost" | "profit" | "discount" | "net" | "tax" | "monthlyRunRate" | "finalPrice", string>;
  /** Holds the amount including tax that was executed and reversed, or null if there is none. */
  credited: string | null;
  heldBy: readonly Gate[];
  /** Holds the schedule of an order that waits for its date or is with the scheduler. */
  schedule: OrderSchedule | null;
  /** Holds when an attempt to execute it was last refused. */
  lastRefusalAt: string | null;
  items: OrderItemDetail[];
  /** Holds the primary and all its sub-orders, the same on the page of each. */
  tree: { primary: TreePart; subOrders: TreePart[]; unitsLeft: number };
  /** Holds the reason why this person, who may edit other orders, cannot edit this one now; null if there is none. */
  editRefusal: string | null;
  /** Tells what this person may do with it now. The page offers nothing else. */
  may: Record<"execute" | "overrideCredit" | "edit" | "cancel" | "deliver" | "create" | "reverse", boolean>;
  /** Holds what executing it would create. */
  execution: ExecutionPreview | null;
  /** Holds what the confirmations before its end show: docs/domain.md, "What was seen". */
  shown: Record<"execute" | "cancel" | "deliver", Shown>;
};

export type OrderSchedule = Schedule & {
  executing: boolean;
  /** Holds what would happen on the day if nothing changes until then. */
  forecast: OrderForecast | null;
};

/** Holds what a person must see of an order before executing or cancelling it. */
export type OrderToEnd = Pick<
  OrderDetail,
  "code" | "version" | "isPrimary" | "primaryCode" | "items" | "heldBy" | "execution" | "may" | "shown"
>;

/** Returns an order, primary or sub-order, with everything its page shows. @throws NotFound */
export const getOrder = query({
  name: "order.get",
  caller: staff("order:read"),
  input: z.unknown(),
  async run({ ctx }, rawCode): Promise<OrderDetail> {
    const code = OrderCode.safeParse(rawCode);
    if (!code.success) throw new NotFound("order", String(rawCode));

    const loaded = await loadOrder(read(ctx), ctx, code.data);
    const { tree, part, isPrimary, row, primaryRow } = loaded;
    const [credit, stored, schedule] = await Promise.all([
      loadCredit(read(ctx), ctx, row.billingTo.id),
      loadStored(ctx, [...loaded.rows.keys()]),
      loadSchedule(ctx, loaded),
    ]);
    const own = stored.get(part.id);
    if (!own) throw new NotFound("order", code.data);

    const totals = isPrimary ? treeTotals(tree) : orderTotals(part.items, tree.currency);
    const credited = creditedTotal(isPrimary ? tree : { ...tree, primary: part, subOrders: [] });
    const money = (value: Parameters<typeof formatAmount>[0]) => formatAmount(value, tree.currency);
    return {
      ...toBeEnded(ctx, loaded, credit),
      id: part.id,
      primaryId: primaryRow.id,
      name: row.name,
      note: row.note,
      account: {
        id: row.accountId,
        name: row.account.name,
        email: row.account.email,
        code: own.account.code,
      },
      approver: requireWaiting(part.status).ok ? own.account.reseller : null,
      billingTo: row.billingTo,
      source: row.source,
      externalId: row.externalId,
      movedIn: row.movedIn,
      currency: row.currency,
      orderDate: row.orderDate.toISOString(),
      updatedAt: own.updatedAt.toISOString(),
      executedAt: own.executedAt?.toISOString() ?? null,
      cancelledAt: own.cancelledAt?.toISOString() ?? null,
      status: own.status,
      progress: progress(isPrimary ? tree : { ...tree, primary: part, subOrders: [] }),
      totals: {
        cost: money(totals.cost),
        profit: money(profit(totals)),
        discount: money(totals.discount),
        net: money(totals.net),
        tax: money(totals.tax),
        monthlyRunRate: money(totals.monthlyRunRate),
        finalPrice: money(totals.finalPrice),
      },
      credited: credited.isZero() ? null : money(credited),
      schedule,
      lastRefusalAt: own.lastRefusalAt?.toISOString() ?? null,
      tree: {
        primary: treePart(loaded, tree.primary.id, stored),
        subOrders: tree.subOrders.map(({ id }) => treePart(loaded, id, stored)),
        unitsLeft: tree.primary.items.reduce((units, item) => units + remainingQuantity(item), 0),
      },
      editRefusal: editRefusal(ctx, part),
    };
  },
});

/** Returns the facts that the confirmations before an order's end are about, from the tree as it is now. */
export function toBeEnded(ctx: Ctx, loaded: LoadedOrder, credit: Credit): OrderToEnd {
  const { tree, part, isPrimary, row, primaryRow } = loaded;
  const allowed = allowedActions(ctx, loaded);
  const parties = partiesOf(row, credit);
  return {
    code: part.code,
    version: row.version,
    isPrimary,
    primaryCode: primaryRow.code,
    items: shownLines(tree, part).map((line) => itemDetail(tree, line, isPrimary)),
    heldBy: requireOpen(part).ok
      ? gatesOf(tree, part, parties, remembered(row.lastRefusal)).map((gate) =>
          withReasonTold(gate, ctx.locale),
        )
      : [],
    execution: allowed.execute ? previewOf(tree, part) : null,
    shown: {
      execute: shown(tree.currency, executionFacts(tree, part, parties)),
      cancel: shown(tree.currency, remainderFacts(tree, part)),
      deliver: shown(tree.currency, deliveryFacts(tree, part)),
    },
    may: allowed,
  };
}

async function loadSchedule(ctx: Ctx, { tree, part, isPrimary }: LoadedOrder): Promise<OrderSchedule | null> {
  const { schedule } = tree;
  const executing = part.status.type === "executing";
  if (!isPrimary || !schedule || (part.status.type !== "scheduled" && !executing)) return null;
  const forecast = (await forecastOf(ctx, [part.id])).get(part.id) ?? null;
  return { ...schedule, executing, forecast };
}

/** Returns why an open order cannot be edited. The page of an ended order says so itself. */
function editRefusal(ctx: Ctx, part: OrderPart): string | null {
  const editable = requireEditable(part);
  if (editable.ok || !requireOpen(part).ok || !may(ctx, "order:edit")) return null;
  return describeRefusal(editable.refusal, ctx.locale);
}

/**
 * Returns the actions to offer. An action that a gate holds is offered, because its refusal explains the gate; one
 * that is refused for good is not.
 */
export function allowedActions(ctx: Ctx, { tree, part, isPrimary, row }: LoadedOrder): OrderDetail["may"] {
  const open = requireOpen(part).ok;
  const executable = open && part.status.storefrontType !== "pending_approval";
  const deliverable = executable && isPrimary && part.status.type !== "scheduled";
  const hasRemaining = remainingItems(part).length > 0;
  return {
    execute: executable && may(ctx, "order:execute"),
    overrideCredit: executable && may(ctx, "credit:override"),
    edit: requireEditable(part).ok && may(ctx, "order:edit"),
    cancel: open && may(ctx, "order:cancel"),
    deliver: deliverable && hasRemaining && tree.primary === part && may(ctx, "order:deliver"),
    create: may(ctx, "order:create"),
    reverse: partStage(part) === "executed" && !row.movedIn && may(ctx, "order:reverse"),
  };
}

function itemDetail(
  tree: OrderTree,
  { item, quantity, amounts }: ShownLine,
  isPrimary: boolean,
): OrderItemDetail {
  const deliveries = isPrimary
    ? tree.subOrders.flatMap((subOrder) =>
        subOrder.items
          .filter((delivery) => delivery.primaryItemId === item.id && remainingQuantity(delivery) > 0)
          .map((delivery) => ({ code: subOrder.code, quantity: remainingQuantity(delivery) })),
      )
    : [];
  return {
    id: item.id,
    productId: item.productId,
    description: item.description,
    itemType: item.itemType,
    billingPeriod: item.billingPeriod,
    quantity: item.quantity,
    unitPrice: formatAmount(item.unitPrice, tree.currency),
    discountPercent: item.discountPercent.toFixed(),
    taxRate: item.taxRate.toFixed(),
    shown: quantity,
    total: formatAmount(amounts.total, tree.currency),
    configuration: { ...item.configuration },
    missingConfiguration: missingConfiguration(item),
    nonAutomatic: item.nonAutomatic,
    left: remainingPlaces(item, placesOf(tree, item)),
    remaining: remainingQuantity(item),
    executed: executedUnits(tree, item),
    cancelled: item.cancelledQuantity,
    reversed: reversedUnits(tree, item),
    delivering: deliveries,
  };
}

type Stored = Awaited<ReturnType<typeof loadStored>> extends Map<string, infer Row> ? Row : never;

/** Loads what the page shows but the rules do not need, for every order of the tree. */
async function loadStored(ctx: Ctx, ids: string[]) {
  const rows = await read(ctx).order.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      updatedAt: true,
      executedAt: true,
      cancelledAt: true,
      lastRefusalAt: true,
      finalPrice: true,
      itemCount: true,
      executedItemCount: true,
      account: { select: { code: true, reseller: { select: { code: true, name: true, email: true } } } },
      status: { select: { id: true, description: true, color: true, type: true, storefrontType: true } },
    },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

function treePart({ rows }: LoadedOrder, id: string, stored: Map<string, Stored>): TreePart {
  const row = rows.get(id);
  const more = stored.get(id);
  if (!row || !more) throw new NotFound("order", id);
  return {
    id,
    code: row.code,
    status: more.status,
    orderDate: row.orderDate.toISOString(),
    executedItems: more.executedItemCount,
    items: more.itemCount,
    total: formatAmount(more.finalPrice, row.currency),
  };
}

/** Tells in the gate of the execution date why the last try failed, in the reader's notation. */
function withReasonTold(gate: Gate, locale: string): Gate {
  if (gate.gate !== "date" || !gate.failure) return gate;
  return { ...gate, failure: toldReason(gate.failure as NotDone, locale) };
}
