import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { pickStatus } from "@/lib/domain/order-status/pick";
import { systemCombinations } from "@/lib/domain/order-status/system-statuses";
import type { Refused } from "@/lib/domain/refusals/refusal";
import type { FieldRefusal } from "@/lib/domain/refusing/field-refusal";
import { dayProblem, orderDays } from "@/lib/domain/values/bounds";
import { localDay } from "@/lib/domain/values/day";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { CreateOrderInput } from "@/lib/schemas/orders";
import { type Ctx, requirePermission } from "../../kernel/ctx";
import type { Tx } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { insertRows } from "../../kernel/insert-rows";
import { record } from "../../kernel/record";
import { organizationTimeZone } from "../../organizations/day";

import { checkSize, itemRow, itemSummary, resolveItems } from "../tree/items";
import { nextOrderNumber } from "../tree/number";
import { mayInvoice, otherPayer } from "../tree/payer";
import { chooseStatus, loadStatuses, type StatusRow } from "../tree/statuses";
import { cachedSums, statusColumns } from "../tree/write";
import { cancelWithin } from "./cancel-order";
import { executeWithin } from "./execute-order";
import { executeSaved, SavedOrder } from "./saved-order";

type Input = z.output<typeof CreateOrderInput>;

/**
 * Creates a BSS order. A status of Type Automatic Execute also executes it; if the execution is refused, the order stays
 * Submitted with the reasons. See docs/domain.md, section 2, "Create".
 */
export const createOrder = command({
  name: "order.create",
  caller: staff("order:create"),
  input: CreateOrderInput,
  output: SavedOrder,
  refusals: refusals("status_not_settable", "invalid_input"),
  prepare: async ({ ctx, rehearsed }) => ok(rehearsed ? null : await nextOrderNumber(ctx)),
  run: async ({ tx, ctx, prepared: number }, input) =>
    createWithin(tx, ctx, input, number ?? (await nextOrderNumber(ctx, tx))),
  finish: ({ ctx, key }, { statusId }, saved) =>
    executeSaved(ctx, key, saved, { code: saved.code, statusId }),
});

async function createWithin(
  tx: Tx,
  ctx: Ctx,
  input: Input,
  number: bigint,
): Promise<Result<SavedOrder, Refused<"status_not_settable" | "invalid_input">>> {
  const statuses = await loadStatuses(tx, ctx);
  const types = ["in_progress", "automatic_execute", "cancelled"] as const;
  const chosen = chooseStatus(statuses, input.statusId, types, "submitted");
  if (!chosen.ok) {
    return chosen.refusal.reason === "status_not_settable"
      ? refuse(chosen.refusal)
      : refuse({ reason: "invalid_input", problems: [{ reason: "not_a_users_status", path: "statusId" }] });
  }
  const { id: statusId, type } = chosen.value;
  if (type === "automatic_execute") requirePermission(ctx, "order:execute");
  if (type === "cancelled") requirePermission(ctx, "order:cancel");

  const initial = type === "in_progress" ? chosen.value : pickStatus(statuses, systemCombinations.submitted);
  const written = await writeOrder(tx, ctx, input, number, initial);
  if (!written.ok) return written;
  const code = String(number);
  if (type === "cancelled") await cancelWithin(tx, ctx, { code, statusId, comment: "" });
  const executed = type === "automatic_execute" ? await executeWithin(tx, ctx, { code, statusId }) : written;
  return ok({ code, notExecuted: executed.ok ? null : executed.refusal });
}

async function writeOrder(
  tx: Tx,
  ctx: Ctx,
  input: Input,
  number: bigint,
  status: StatusRow,
): Promise<Result<null, Refused<"invalid_input">>> {
  const { account, billingTo, problems } = await resolveAccounts(tx, ctx, input);
  const resolved = await resolveItems(
    tx,
    ctx,
    input.accountId,
    input.items.map((item, index) => ({ input: item, index, position: index + 1 })),
  );
  const orderDate = input.orderDate ? new Date(input.orderDate) : ctx.now;
  const timeZone = await organizationTimeZone(tx, ctx);
  const outOfRange = dayProblem(
    "order",
    localDay(orderDate, timeZone),
    orderDays(localDay(ctx.now, timeZone)),
  );
  if (outOfRange) problems.push({ ...outOfRange, path: "orderDate" });
  problems.push(...resolved.problems, ...checkSize(resolved.items.map((item, index) => ({ item, index }))));
  if (problems.length > 0 || !account || !billingTo) return refuse({ reason: "invalid_input", problems });

  const { currency } = await tx.organization.findUniqueOrThrow({
    where: { id: ctx.organizationId },
    select: { currency: true },
  });
  const id = randomUUID();
  const code = String(number);
  const items = resolved.items.map((item) => ({ ...item, id: randomUUID() }));
  const part = { id, code, status, items };
  const name = input.name || `${account.name} ${code}`;
  await tx.order.create({
    data: {
      organizationId: ctx.organizationId,
      id,
      code,
      number,
      name,
      note: input.note,
      accountId: account.id,
      billingToId: billingTo.id,
      source: "bss",
      currency,
      orderDate,
      ...statusColumns(status),
      ...cachedSums({ currency, primary: part, subOrders: [], schedule: null }, part),
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
    select: { id: true },
  });
  await insertRows(tx, { order_items: items.map((item) => itemRow(ctx, id, item)) });
  await record(tx, ctx, [
    {
      orderId: id,
      kind: "order.created",
      statusLabel: status.description,
      after: { name, account: account.name, billingTo: billingTo.name, items: items.map(itemSummary) },
    },
  ]);
  return ok(null);
}

/**
 * Returns the account and the account that is invoiced: the given one, else the account's own choice, else the
 * account itself.
 */
async function resolveAccounts(tx: Tx, ctx: Ctx, { accountId, billingToId }: Input) {
  const columns = { id: true, name: true, active: true, billingToId: true } as const;
  const key = (id: string) => ({ organizationId_id: { organizationId: ctx.organizationId, id } });
  const account = await tx.account.findUnique({ where: key(accountId), select: columns });
  const billingTo = await tx.account.findUnique({
    where: key(billingToId ?? account?.billingToId ?? accountId),
    select: columns,
  });
  const problems: FieldRefusal[] = [];
  if (!account?.active) problems.push({ reason: "inactive_account", path: "accountId" });
  if (account?.active && !billingTo?.active)
    problems.push({ reason: "inactive_account", path: "billingToId" });
  else if (account && billingTo && !mayInvoice(ctx, account, billingTo.id)) problems.push(otherPayer);
  return { account, billingTo, problems };
}
