import "server-only";
import type { ImportRefusal } from "@/lib/domain/imports/refusal";
import type { FieldRefusal } from "@/lib/domain/refusing/field-refusal";
import { dayProblem, orderDays } from "@/lib/domain/values/bounds";
import { localDay } from "@/lib/domain/values/day";
import { ok } from "@/lib/domain/values/result";
import { wrongValues } from "@/lib/domain/values/value-kind";
import { CreateOrderInput } from "@/lib/schemas/orders";
import type { Ctx } from "../../kernel/ctx";
import { read, sql } from "../../kernel/db";
import { createOrder } from "../../orders/commands/create-order";
import { createOrders } from "../../orders/commands/create-orders";
import { chooseStatus } from "../../orders/tree/statuses";
import type { Found } from "../found";
import { type Existing, idOf, type RowData, reference, type Subject, said, text } from "./subject";

const itemsOf = ({ items }: RowData) => (Array.isArray(items) ? (items as RowData[]) : []);

function input(data: RowData, found: Found): Record<string, unknown> {
  return said({
    accountId: idOf(found.account, data.account),
    billingToId: idOf(found.account, data.billingTo) ?? undefined,
    name: text(data.name) ?? undefined,
    note: text(data.note) ?? undefined,
    orderDate: timeOf(text(data.orderDate)),
    statusId: idOf(found.status, data.status) ?? undefined,
    items: itemsOf(data).map((item) =>
      said({
        productId: idOf(found.product, item.product),
        quantity: item.quantity,
        unitPrice: text(item.unitPrice) ?? undefined,
        discountPercent: text(item.discountPercent) ?? undefined,
        configuration: item.configuration ?? undefined,
      }),
    ),
  });
}

/** Takes a day as its noon in UTC, which is the same day nearly everywhere. */
function timeOf(value: string | null | undefined): string | undefined {
  return value && /^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T12:00:00Z` : (value ?? undefined);
}

function objection(ctx: Ctx, data: RowData, found: Found): ImportRefusal | null {
  const statusId = idOf(found.status, data.status) ?? undefined;
  const status = chooseStatus(found.statuses, statusId, ["in_progress"], "submitted");
  if (!status.ok) {
    const problems = [{ reason: "not_a_users_status", path: "statusId" } as const];
    const { refusal } = status;
    const refused = refusal.reason === "status_not_settable" ? refusal : invalid(problems);
    return { reason: "refused", refusal: refused };
  }
  const problems = problemsOf(ctx, data, found);
  return problems.length > 0 ? { reason: "refused", refusal: invalid(problems) } : null;
}

const invalid = (problems: FieldRefusal[]) => ({ reason: "invalid_input", problems }) as const;

function problemsOf(ctx: Ctx, data: RowData, found: Found): FieldRefusal[] {
  const problems: FieldRefusal[] = [];
  for (const [field, path] of [
    ["account", "accountId"],
    ["billingTo", "billingToId"],
  ] as const) {
    const name = text(data[field]);
    if (name && !found.account(name.trim())?.active) problems.push({ reason: "inactive_account", path });
  }
  const time = timeOf(text(data.orderDate));
  const days = orderDays(localDay(ctx.now, found.timeZone));
  const outOfRange = time && dayProblem("order", localDay(new Date(time), found.timeZone), days);
  if (outOfRange) problems.push({ ...outOfRange, path: "orderDate" });
  for (const [index, item] of itemsOf(data).entries()) {
    const product = found.product(text(item.product)?.trim() ?? "");
    if (!product?.active) problems.push({ reason: "not_sold", path: `items.${index}.productId` });
    const values = (item.configuration ?? {}) as Record<string, string>;
    for (const { name, kind } of wrongValues(product?.valueKinds ?? {}, values))
      problems.push({ reason: "value_not_of_its_kind", kind, path: `items.${index}.configuration.${name}` });
  }
  return problems;
}

/** Adds open orders. An order that is there already stays as it is, since people have gone on with it. */
export const orders: Subject<Existing> = {
  permission: "order:create",
  table: "orders",
  references: (data) => [
    ...reference("account", "account", data.account),
    ...reference("account", "billingTo", data.billingTo),
    ...reference("status", "status", data.status),
    ...itemsOf(data).flatMap(({ product }, at) => reference("product", `items.${at}.product`, product)),
  ],
  input,
  schema: CreateOrderInput,
  objection,
  async existing(ctx, externalIds) {
    const found = await read(ctx).order.findMany({
      where: { externalId: { in: [...externalIds] } },
      select: { externalId: true, code: true },
    });
    return new Map(found.map(({ externalId, code }) => [externalId ?? "", { code }]));
  },
  compare: () => "keep",
  async create(ctx, data, found, mark) {
    const created = await createOrder(ctx, input(data, found), {
      alongside: (tx, { code }) => mark(tx, { code, where: sql`orders.code = ${code}` }),
    });
    return created.ok ? ok({ id: null }) : created;
  },
  createAll: (ctx, rows, found, markAll) =>
    createOrders(
      ctx,
      { orders: rows.map(({ externalId, data }) => ({ externalId, ...input(data, found) })) },
      { alongside: (tx, { codes }) => markAll(tx, codes) },
    ),
};
