import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { movedInProblems } from "@/lib/domain/order/moved-in";
import { isFinal } from "@/lib/domain/order-status/combination";
import type { Refused } from "@/lib/domain/refusals/refusal";
import type { FieldRefusal } from "@/lib/domain/refusing/field-refusal";
import { localDay } from "@/lib/domain/values/day";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { CreateOrderInput } from "@/lib/schemas/orders";
import type { Ctx } from "../../kernel/ctx";
import { sql, type Tx } from "../../kernel/db";
import { insertRows } from "../../kernel/insert-rows";
import { eventRows } from "../../kernel/record";
import { checkSize, itemRow, itemSummary, loadNamed, resolveWith } from "./items";
import { mayInvoice, otherPayer } from "./payer";
import type { StatusRow } from "./statuses";
import { cachedSums, withStatus } from "./write";

type Input = z.output<typeof CreateOrderInput>;

type NewOrder = {
  input: Input;
  number: bigint;
  status: StatusRow;
  /** Names it in the system that it comes from. */
  externalId?: string;
  /** Is when it was executed or canceled in that system, for an order that has ended. */
  endedAt?: Date;
};

type Accounts = Awaited<ReturnType<typeof loadAccounts>>;

/**
 * Writes new BSS orders, each whole or not at all, in as many statements for many as for one. Answers for each in their order
 * whether it was written.
 */
export async function writeNewOrders(
  tx: Tx,
  ctx: Ctx,
  orders: readonly NewOrder[],
): Promise<Result<null, Refused<"invalid_input">>[]> {
  const inputs = orders.map(({ input }) => input);
  const accounts = await loadAccounts(tx, ctx, inputs);
  const named = await loadNamed(tx, ctx, inputs);
  const [organization] = await tx.$queryRaw<{ currency: string; timeZone: string }[]>(sql`
    SELECT currency, time_zone AS "timeZone" FROM organizations WHERE id = ${ctx.organizationId}::uuid`);
  if (!organization) throw new Error("A Ctx names an organization that exists");
  const { currency, timeZone } = organization;

  const made = orders.map(({ input, ...order }) => {
    const { endedAt, status } = order;
    const past = isFinal(status.type);
    const { account, billingTo, problems } = resolveAccounts(accounts, ctx, input, past);
    const items = input.items.map((item, index) => ({ input: item, index, position: index + 1 }));
    const resolved = resolveWith(named, input.accountId, items, { past });
    const orderDate = input.orderDate ? new Date(input.orderDate) : (endedAt ?? ctx.now);
    const dates = {
      type: status.type,
      ordered: localDay(orderDate, timeZone),
      ended: endedAt ? localDay(endedAt, timeZone) : null,
    };
    problems.push(...movedInProblems(dates, localDay(ctx.now, timeZone)));
    problems.push(...resolved.problems, ...checkSize(resolved.items.map((item, index) => ({ item, index }))));
    return problems.length > 0 || !account || !billingTo
      ? refuse({ reason: "invalid_input", problems } as const)
      : ok({ ...order, input, account, billingTo, orderDate, items: resolved.items });
  });
  const rows = made.flatMap((one) => (one.ok ? rowsOf(ctx, currency, one.value) : []));
  await insertRows(tx, { orders: rows.map(({ order }) => order) });
  await insertRows(tx, {
    order_items: rows.flatMap(({ items }) => items),
    ...eventRows(
      ctx,
      rows.map(({ event }) => event),
    ),
  });
  return made.map((one) => (one.ok ? ok(null) : one));
}

type Made = Omit<NewOrder, "input"> & {
  input: Input;
  account: Account;
  billingTo: Account;
  orderDate: Date;
  items: ReturnType<typeof resolveWith>["items"];
};

/** Returns an order as its rows are written, and what its history begins with. */
function rowsOf(ctx: Ctx, currency: string, made: Made) {
  const { input, number, status, externalId, account, billingTo, orderDate, endedAt } = made;
  const executed = status.type === "automatic_execute";
  const id = randomUUID();
  const code = String(number);
  const items = made.items.map((item) => ({
    ...item,
    id: randomUUID(),
    executedQuantity: endedAt && executed ? item.quantity : 0,
    cancelledQuantity: endedAt && !executed ? item.quantity : 0,
  }));
  const part = { id, code, status, items };
  const name = input.name || `${account.name} ${code}`;
  const order = {
    organizationId: ctx.organizationId,
    id,
    code,
    number: code,
    name,
    note: input.note,
    accountId: account.id,
    billingToId: billingTo.id,
    source: "bss" as const,
    currency,
    orderDate,
    ...(externalId !== undefined && { externalId }),
    movedIn: endedAt !== undefined,
    executedAt: (executed && endedAt) || null,
    cancelledAt: (!executed && endedAt) || null,
    ...withStatus(status),
    ...cachedSums({ currency, primary: part, subOrders: [], schedule: null }, part),
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
  const after = { name, account: account.name, billingTo: billingTo.name, items: items.map(itemSummary) };
  const told = endedAt
    ? ({ kind: "order.moved_in", after: { ...after, ended: endedAt.toISOString() } } as const)
    : ({ kind: "order.created", after } as const);
  const event = { orderId: id, statusLabel: status.description, ...told };
  return { order, items: items.map((item) => itemRow(ctx, id, item)), event };
}

type Account = { id: string; name: string; active: boolean; billingToId: string | null };

/** Loads the accounts that the orders name, and those that pay for them. */
async function loadAccounts(tx: Tx, ctx: Ctx, inputs: readonly Input[]) {
  const ids = inputs.flatMap(({ accountId, billingToId }) => [accountId, billingToId ?? accountId]);
  const found = await tx.$queryRaw<Account[]>(sql`
    WITH named AS (
      SELECT id, billing_to_id FROM accounts
      WHERE organization_id = ${ctx.organizationId}::uuid AND id = ANY(${[...new Set(ids)]}::uuid[])
    )
    SELECT id, name, active, billing_to_id AS "billingToId" FROM accounts
    WHERE organization_id = ${ctx.organizationId}::uuid
      AND id IN (SELECT id FROM named UNION SELECT billing_to_id FROM named)`);
  return new Map(found.map((account) => [account.id, account]));
}

/**
 * Returns the account and the account that is invoiced: the given one, else the account's own choice, else the
 * account itself. An order of the past can be of accounts that are inactive now.
 */
function resolveAccounts(accounts: Accounts, ctx: Ctx, { accountId, billingToId }: Input, past: boolean) {
  const account = accounts.get(accountId);
  const billingTo = accounts.get(billingToId ?? account?.billingToId ?? accountId);
  const problems: FieldRefusal[] = [];
  const named = (one: Account | undefined) => one !== undefined && (one.active || past);
  if (!named(account)) problems.push({ reason: "inactive_account", path: "accountId" });
  if (named(account) && !named(billingTo)) problems.push({ reason: "inactive_account", path: "billingToId" });
  else if (account && billingTo && !mayInvoice(ctx, account, billingTo.id)) problems.push(otherPayer);
  return { account, billingTo, problems };
}
