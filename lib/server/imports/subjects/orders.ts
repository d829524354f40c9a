import "server-only";
import type { ImportRefusal } from "@/lib/domain/imports/refusal";
import { movedInProblems } from "@/lib/domain/order/moved-in";
import { isFinal, type OrderStatusType } from "@/lib/domain/order-status/combination";
import type { FieldRefusal } from "@/lib/domain/refusing/field-refusal";
import { localDay } from "@/lib/domain/values/day";
import { ok, refuse } from "@/lib/domain/values/result";
import { wrongValues } from "@/lib/domain/values/value-kind";
import type { Ctx } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { createOrders, ImportedOrder } from "../../orders/commands/create-orders";
import { chooseStatus, importedTypes } from "../../orders/tree/statuses";
import type { Found } from "../found";
import { type Existing, idOf, type RowData, reference, type Subject, said, text } from "./subject";

const itemsOf = ({ items }: RowData) => (Array.isArray(items) ? (items as RowData[]) : []);

function input(data: RowData, found: Found): Record<string, unknown> {
  return said({
    externalId: text(data.externalId) ?? undefined,
    accountId: idOf(found.account, data.account),
    billingToId: idOf(found.account, data.billingTo) ?? undefined,
    name: text(data.name) ?? undefined,
    note: text(data.note) ?? undefined,
    orderDate: timeOf(text(data.orderDate)),
    endedAt: timeOf(text(data.endDate)),
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
  const status = chooseStatus(found.statuses, statusId, importedTypes, "submitted");
  if (!status.ok) {
    const problems = [{ reason: "not_a_users_status", path: "statusId" } as const];
    const { refusal } = status;
    const refused = refusal.reason === "status_not_settable" ? refusal : invalid(problems);
    return { reason: "refused", refusal: refused };
  }
  const problems = problemsOf(ctx, data, found, status.value.type);
  return problems.length > 0 ? { reason: "refused", refusal: invalid(problems) } : null;
}

const invalid = (problems: FieldRefusal[]) => ({ reason: "invalid_input", problems }) as const;

function problemsOf(ctx: Ctx, data: RowData, found: Found, type: OrderStatusType): FieldRefusal[] {
  const past = isFinal(type);
  const problems: FieldRefusal[] = [];
  for (const [field, path] of [
    ["account", "accountId"],
    ["billingTo", "billingToId"],
  ] as const) {
    const name = text(data[field]);
    if (name && !past && !found.account(name.trim())?.active)
      problems.push({ reason: "inactive_account", path });
  }
  const dayOf = (value: unknown) => {
    const time = timeOf(text(value));
    return time ? localDay(new Date(time), found.timeZone) : null;
  };
  const dates = { type, ordered: dayOf(data.orderDate), ended: dayOf(data.endDate) };
  problems.push(...movedInProblems(dates, localDay(ctx.now, found.timeZone)));
  for (const [index, item] of itemsOf(data).entries()) {
    const product = found.product(text(item.product)?.trim() ?? "");
    if (!(product?.active || past)) problems.push({ reason: "not_sold", path: `items.${index}.productId` });
    const values = (item.configuration ?? {}) as Record<string, string>;
    for (const { name, kind } of wrongValues(product?.valueKinds ?? {}, values))
      problems.push({ reason: "value_not_of_its_kind", kind, path: `items.${index}.configuration.${name}` });
  }
  return problems;
}

/** Adds open orders, and those of the past as they ended. An order that is there already stays as it is, since people have gone on with it. */
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
  schema: ImportedOrder,
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
    const created = await createOrders(
      ctx,
      { orders: [input(data, found)] },
      { alongside: (tx, { codes: [code = ""] }) => mark(tx, { code, where: null }) },
    );
    if (created.ok) return ok({ id: null });
    if (created.refusal.reason !== "invalid_input") return created;
    const problems = created.refusal.problems.map((problem) => ({
      ...problem,
      path: problem.path.replace(/^orders\.0\./, ""),
    }));
    return refuse({ reason: "invalid_input", problems });
  },
  createAll: (ctx, rows, found, markAll) =>
    createOrders(
      ctx,
      { orders: rows.map(({ data }) => input(data, found)) },
      { alongside: (tx, { codes }) => markAll(tx, codes) },
    ),
};
