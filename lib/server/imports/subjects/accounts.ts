import "server-only";
import { amount } from "@/lib/domain/values/money";
import { CreateAccountInput, createAccount } from "../../accounts/commands/create-account";
import { EditAccountInput, editAccount } from "../../accounts/commands/edit-account";
import type { Ctx } from "../../kernel/ctx";
import { read, sql } from "../../kernel/db";
import type { Found } from "../found";
import { idOf, type Mark, type RowData, reference, type Subject, said, text } from "./subject";

const columns = {
  id: true,
  code: true,
  externalId: true,
  version: true,
  name: true,
  email: true,
  language: true,
  street: true,
  postalCode: true,
  city: true,
  region: true,
  country: true,
  vatId: true,
  billingToId: true,
  creditLimit: true,
  type: true,
  resellerId: true,
  orderApproval: true,
  active: true,
} as const;

type There = Awaited<ReturnType<typeof load>>[number];

const load = (ctx: Ctx, externalIds: readonly string[]) =>
  read(ctx).account.findMany({ where: { externalId: { in: [...externalIds] } }, select: columns });

function input(data: RowData, found: Found): Record<string, unknown> {
  const { name, email, language, street, postalCode, city, region, country, vatId, type } = data;
  const texts = { name, email, language, street, postalCode, city, region, country, vatId, type };
  return said({
    ...Object.fromEntries(Object.entries(texts).map(([field, value]) => [field, text(value)])),
    creditLimit: limitOf(data.creditLimit),
    billingToId: idOf(found.account, data.billingTo),
    resellerId: idOf(found.account, data.reseller),
    orderApproval: data.orderApproval ?? undefined,
  });
}

function limitOf(value: unknown): string | null | undefined {
  const limit = text(value);
  return typeof limit === "string" && limit.trim().toLowerCase() === "unlimited" ? null : limit;
}

function editOf({ code: _, externalId: __, creditLimit, ...there }: There, data: RowData, found: Found) {
  return { ...there, ...input(data, found) };
}

/** Adds accounts, and changes those that an earlier import or file has added. */
export const accounts: Subject<There> = {
  permission: "account:save",
  table: "accounts",
  references: ({ billingTo, reseller }) => [
    ...reference("account", "billingTo", billingTo),
    ...reference("account", "reseller", reseller),
  ],
  input,
  schema: CreateAccountInput,
  objection: () => null,
  async existing(ctx, externalIds) {
    return new Map((await load(ctx, externalIds)).map((there) => [there.externalId ?? "", there]));
  },
  compare(there, data, found) {
    const edit = EditAccountInput.safeParse(editOf(there, data, found));
    if (!edit.success) return { reason: "not_accepted" };
    const { id, version, creditLimit, despiteAccountId, ...fields } = edit.data;
    const changes = Object.entries(fields).some(
      ([name, value]) => value !== there[name as keyof typeof fields],
    );
    return changes || changesLimit(there.creditLimit, creditLimit) ? "update" : "keep";
  },
  create: (ctx, data, found, mark) => addDespite(ctx, input(data, found), mark),
  update: (ctx, there, data, found, mark) =>
    editAccount(ctx, editOf(there, data, found), {
      alongside: (tx) => mark(tx, { code: there.code, where: null }),
    }),
};

/** Adds an account although another one has its name, since their external ids tell them apart. */
async function addDespite(ctx: Ctx, fields: Record<string, unknown>, mark: Mark) {
  const alongside: NonNullable<Parameters<typeof createAccount>[2]>["alongside"] = (tx, { id, code }) =>
    mark(tx, { code, where: sql`accounts.id = ${id}::uuid` });
  const added = await createAccount(ctx, fields, { alongside });
  if (added.ok || added.refusal.reason !== "name_used") return added;
  return createAccount(ctx, { ...fields, despiteAccountId: added.refusal.earlier.id }, { alongside });
}

function changesLimit(before: There["creditLimit"], after: string | null | undefined): boolean {
  if (after === undefined) return false;
  return before === null || after === null ? before !== after : !amount(after).equals(before);
}
