import "server-only";
import type { Event } from "@/lib/domain/events/event";
import { type Addressee, messagesOf, type Said } from "@/lib/domain/events/messages-of";
import type { OrderEvent } from "@/lib/domain/events/order-event";
import { type Language, type MessageType, staffLanguage } from "@/lib/domain/messages/message";
import { renderMessage } from "@/lib/domain/messages/render";
import { orderTotals, treeTotals } from "@/lib/domain/order/amounts/totals";
import { config } from "../kernel/config";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { insertRows } from "../kernel/insert-rows";
import { eventRows } from "../kernel/record";
import type { LoadedOrder } from "../orders/tree/load";
import { orderUrl, readerOf } from "./order-url";
import { thoseWho } from "./those-who";

/** Names the recipient of a message. Without an address, the message stays visible in the outbox. */
type Recipient = { accountId: string | null; name: string; address: string | null; language: Language };

type EventOfOrder = Event & OrderEvent;

/**
 * Records events of an order and of others in its tree, and writes the messages that follow from the order's own, in the
 * transaction of the change, so that each exists exactly if the change does. The worker sends them. See docs/domain.md,
 * section 5, "Messages".
 */
export async function recordAndTell(
  tx: Tx,
  ctx: Ctx,
  order: LoadedOrder,
  events: readonly EventOfOrder[],
): Promise<void> {
  await insertRows(tx, await rowsToTell(tx, ctx, order, events));
}

/** Returns the rows of the events and messages, for a caller that writes others with them. */
export async function rowsToTell(tx: Tx, ctx: Ctx, order: LoadedOrder, events: readonly EventOfOrder[]) {
  const { part, row, isPrimary } = order;
  const about = {
    accountId: row.accountId,
    billingToId: row.billingTo.id,
    isPrimary,
    payable: config().paymentDriver !== null,
    locale: ctx.locale,
  };
  const told = events
    .filter(({ orderId }) => orderId === part.id)
    .flatMap((event) => messagesOf(event, { ...about, comment: event.comment }));
  const messages = [];
  for (const { to, type, says } of told) {
    messages.push(...messageRows(ctx, type, order, says, await recipients[to](tx, ctx, order)));
  }
  return { ...eventRows(ctx, events), messages };
}

const recipients: Record<Addressee, (tx: Tx, ctx: Ctx, order: LoadedOrder) => Promise<Recipient[]>> = {
  async account(_, __, { row: { accountId, account } }) {
    return [{ accountId, name: account.name, address: account.email, language: account.language }];
  },

  async reseller(tx, { organizationId }, { row: { account } }) {
    if (!account.reseller) return [];
    const { id, name, email, language } = await tx.account.findUniqueOrThrow({
      where: { organizationId_id: { organizationId, id: account.reseller.id } },
      select: { id: true, name: true, email: true, language: true },
    });
    return [{ accountId: id, name, address: email, language }];
  },

  /** Names the people in BSS who may execute orders; the administrators, if nobody else may. */
  async staff(tx, { organizationId }) {
    const users = await tx.user.findMany({
      where: { organizationId, active: true, ...thoseWho("order:execute") },
      orderBy: { email: "asc" },
      select: { name: true, email: true, role: true },
    });
    const operators = users.filter(({ role }) => role !== "administrator");
    return (operators.length > 0 ? operators : users).map(({ name, email }) => ({
      accountId: null,
      name,
      address: email,
      language: staffLanguage,
    }));
  },
};

function messageRows(
  ctx: Ctx,
  type: MessageType,
  { part, row, tree, isPrimary }: LoadedOrder,
  says: Said,
  to: readonly Recipient[],
) {
  const totals = isPrimary ? treeTotals(tree) : orderTotals(part.items, tree.currency);
  const facts = {
    order: part.code,
    account: row.account.name,
    organization: row.organization.name,
    currency: tree.currency,
    total: totals.finalPrice.toFixed(),
    lines: part.items.map(({ quantity, description }) => ({ quantity, product: description })),
    ...says,
  };
  return to.map(({ accountId, name, address, language }) => ({
    organizationId: ctx.organizationId,
    type,
    orderId: part.id,
    accountId,
    language,
    recipient: name,
    address,
    ...renderMessage(type, language, name, {
      ...facts,
      url: orderUrl(
        { code: part.code, primary: tree.primary.code },
        readerOf({ accountId, orderAccountId: row.accountId }),
      ),
    }),
    state: address === null ? ("no_address" as const) : ("waiting" as const),
    nextAttemptAt: address === null ? null : ctx.now,
    createdAt: ctx.now,
  }));
}
