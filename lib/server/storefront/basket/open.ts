import "server-only";
import { randomUUID } from "node:crypto";
import { pickStatus } from "@/lib/domain/order-status/pick";
import { systemCombinations } from "@/lib/domain/order-status/system-statuses";
import { ok, refuse } from "@/lib/domain/values/result";
import type { Tx } from "../../kernel/db";
import { NotFound } from "../../kernel/errors";
import { record } from "../../kernel/record";
import { type LoadedOrder, lockOrder } from "../../orders/tree/load";
import { nextOrderNumber } from "../../orders/tree/number";
import { loadStatuses } from "../../orders/tree/statuses";
import { withStatus } from "../../orders/tree/write";
import type { CustomerCtx } from "../customer";
import { ownRows } from "../own-rows";

/** Holds the code of the customer's basket or, if there is none, a number for one. A rehearsal has no number yet. */
export type FoundBasket = { code: string | null; number: bigint | null };

/** Finds the customer's basket, or takes a number for it outside of its transaction, so that nobody waits for that. */
export async function findBasket(customer: CustomerCtx, rehearsed: boolean): Promise<FoundBasket> {
  const code = await basketCode(customer);
  return { code, number: code === null && !rehearsed ? await nextOrderNumber(customer.ctx) : null };
}

/** Locks the customer's basket, and creates the first one. Two tabs that do so at once get the same basket. */
export async function openBasket(
  tx: Tx,
  customer: CustomerCtx,
  { code, number }: FoundBasket,
): Promise<LoadedOrder> {
  if (code !== null) return lockBasket(tx, customer, code);
  const { ctx, userId, accountId } = customer;
  await createBasket(tx, customer, number ?? (await nextOrderNumber(ctx, tx)));
  const made = await tx.order.findFirst({
    where: { accountId, basketUserId: userId },
    select: { code: true },
  });
  if (!made) throw new NotFound("basket", userId);
  return lockBasket(tx, customer, made.code);
}

/** Returns the code of the customer's basket, or null if there is none. */
export async function basketCode(customer: CustomerCtx): Promise<string | null> {
  const basket = await ownRows(customer).order.findFirst({
    where: { basketUserId: customer.userId },
    select: { code: true },
  });
  return basket?.code ?? null;
}

/** Answers the code of the customer's basket, or that there is nothing to change. */
export async function requireBasket(customer: CustomerCtx) {
  const code = await basketCode(customer);
  return code === null ? refuse({ reason: "not_in_basket" }) : ok(code);
}

/** Locks the customer's basket as every order is locked. @throws NotFound if it was placed in the meantime */
export async function lockBasket(tx: Tx, customer: CustomerCtx, code: string): Promise<LoadedOrder> {
  const order = await lockOrder(tx, customer.ctx, code);
  const { row } = order;
  const isOwn = row.accountId === customer.accountId && row.basketUserId === customer.userId;
  if (!isOwn) throw new NotFound("basket", code);
  return order;
}

async function createBasket(tx: Tx, { ctx, userId, accountId }: CustomerCtx, number: bigint): Promise<void> {
  const { organizationId, now } = ctx;
  const account = await tx.account.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: accountId } },
    select: { name: true, billingToId: true, organization: { select: { currency: true } } },
  });
  const status = pickStatus(await loadStatuses(tx, ctx), systemCombinations.draft);
  const id = randomUUID();
  const code = String(number);
  const { count } = await tx.order.createMany({
    data: {
      organizationId,
      id,
      code,
      number,
      name: `${account.name} ${code}`,
      accountId,
      billingToId: account.billingToId ?? accountId,
      source: "storefront",
      basketUserId: userId,
      currency: account.organization.currency,
      orderDate: now,
      ...withStatus(status),
      createdAt: now,
      updatedAt: now,
    },
    skipDuplicates: true,
  });
  if (count === 0) return;
  const after = { account: account.name };
  await record(tx, ctx, [{ orderId: id, kind: "order.created", statusLabel: status.description, after }]);
}
