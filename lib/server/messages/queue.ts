import "server-only";
import type { Language, MessageFacts, MessageType } from "@/lib/domain/messages/message";
import { renderMessage } from "@/lib/domain/messages/render";
import { orderTotals, treeTotals } from "@/lib/domain/order/amounts/totals";
import { config } from "../kernel/config";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { insertRows } from "../kernel/insert-rows";
import type { LoadedOrder } from "../orders/tree/load";

/** Sets the language of messages to staff, because BSS itself is in English. */
const staffLanguage: Language = "en";

/** Names the recipient of a message. Without an address, the message stays visible in the outbox. */
type Recipient = { accountId: string | null; name: string; address: string | null; language: Language };

/** Holds what a message says besides the order itself. */
type More = Partial<Omit<MessageFacts, "order" | "account" | "organization" | "currency" | "url">>;

/**
 * Writes a message about an order to its account in the transaction of the change, so that it exists exactly if the change
 * does. The worker sends it. See docs/domain.md, section 5, "Messages".
 */
export async function messageToAccount(
  tx: Tx,
  ctx: Ctx,
  type: MessageType,
  order: LoadedOrder,
  more: More = {},
): Promise<void> {
  await insertRows(tx, accountMessage(ctx, type, order, more));
}

/** Returns the rows of that message, for a caller that writes other rows with them. */
export function accountMessage(ctx: Ctx, type: MessageType, order: LoadedOrder, more: More = {}) {
  const { accountId, account } = order.row;
  const { name, email: address, language } = account;
  return messageRows(ctx, type, order, more, [{ accountId, name, address, language }]);
}

/** Writes the same message to the account's reseller, if it has one. */
export async function messageToReseller(
  tx: Tx,
  ctx: Ctx,
  type: MessageType,
  order: LoadedOrder,
): Promise<void> {
  const { reseller } = order.row.account;
  if (!reseller) return;
  const { id, name, email, language } = await tx.account.findUniqueOrThrow({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: reseller.id } },
    select: { id: true, name: true, email: true, language: true },
  });
  await insertRows(
    tx,
    messageRows(ctx, type, order, {}, [{ accountId: id, name, address: email, language }]),
  );
}

/** Writes the same message to the operators in BSS, or to the administrators if no operators exist. */
export async function messageToStaff(
  tx: Tx,
  ctx: Ctx,
  type: MessageType,
  order: LoadedOrder,
  more: More = {},
): Promise<void> {
  const users = await tx.user.findMany({
    where: { organizationId: ctx.organizationId, active: true, role: { in: ["operator", "administrator"] } },
    orderBy: { email: "asc" },
    select: { name: true, email: true, role: true },
  });
  const operators = users.filter(({ role }) => role === "operator");
  const staff = (operators.length > 0 ? operators : users).map(({ name, email }) => ({
    accountId: null,
    name,
    address: email,
    language: staffLanguage,
  }));
  await insertRows(tx, messageRows(ctx, type, order, more, staff));
}

function messageRows(
  ctx: Ctx,
  type: MessageType,
  { part, row, tree, isPrimary }: LoadedOrder,
  more: More,
  recipients: readonly Recipient[],
) {
  const totals = isPrimary ? treeTotals(tree) : orderTotals(part.items, tree.currency);
  const facts = {
    order: part.code,
    account: row.account.name,
    organization: row.organization.name,
    currency: tree.currency,
    total: totals.finalPrice.toFixed(),
    lines: part.items.map(({ quantity, description }) => ({ quantity, product: description })),
    ...more,
  };
  return {
    messages: recipients.map(({ accountId, name, address, language }) => ({
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
    })),
  };
}

export type Reader = "staff" | "customer" | "reseller";

/**
 * Tells in which role the recipient reads the order: a message to staff has no account, and a reseller's account is not the
 * order's.
 */
export function readerOf(message: { accountId: string | null; orderAccountId: string }): Reader {
  if (message.accountId === null) return "staff";
  return message.accountId === message.orderAccountId ? "customer" : "reseller";
}

const orderPages: Record<Reader, string> = {
  staff: "/orders",
  customer: "/storefront/billing/orders",
  reseller: "/storefront/approvals",
};

/** Returns the address of the page on which the reader sees the order. Only staff see a sub-order separately. */
export function orderUrl(order: { code: string; primary: string }, reader: Reader): string {
  const code = reader === "staff" ? order.code : order.primary;
  return `${config().publicUrl}${orderPages[reader]}/${encodeURIComponent(code)}`;
}
