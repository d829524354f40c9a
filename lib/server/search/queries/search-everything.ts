import "server-only";
import { z } from "zod";
import type { Permission } from "@/lib/domain/permissions";
import { billNumberIn, orderCodeIn } from "@/lib/domain/search/search";
import type { SearchHit } from "@/lib/schemas/search";
import { type Ctx, may } from "../../kernel/ctx";
import { join, Prisma, read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { everyWord, listWith, namedRows, namesIn, searched } from "../found-by";

const SearchText = z.string().trim().min(1).max(100);

const each = 5;

const finders = [
  ["account:read", findAccounts],
  ["product:read", findProducts],
  ["order:read", findOrders],
  ["invoice:read", findBills],
  ["order-status:read", findStatuses],
  ["user:read", findUsers],
] as const satisfies [Permission, (ctx: Ctx, text: string) => Promise<SearchHit[]>][];

/**
 * Returns what the actor may open that has the words of the text: a few of each kind, exact matches first. See
 * docs/domain.md, section 9.
 */
export const searchEverything = query({
  name: "search",
  caller: staff(
    "account:read",
    "product:read",
    "order:read",
    "invoice:read",
    "order-status:read",
    "user:read",
  ),
  input: z.unknown(),
  async run({ ctx }, raw): Promise<SearchHit[]> {
    const parsed = SearchText.safeParse(raw);
    if (!parsed.success) return [];
    const allowed = finders.filter(([permission]) => may(ctx, permission));
    const hits = (await Promise.all(allowed.map(([, find]) => find(ctx, parsed.data)))).flat();
    const whole = orderCodeIn(parsed.data) ?? billNumberIn(parsed.data);
    const first = whole && (orderCodeIn(whole) ? "Orders" : hits.find(({ label }) => label === whole)?.group);
    return hits.toSorted((one, other) => Number(other.group === first) - Number(one.group === first));
  },
});

/** Returns orders whose code begins with the text, an exact match first, then those that have the words, newest first. */
async function findOrders(ctx: Ctx, text: string): Promise<SearchHit[]> {
  const code = orderCodeIn(text.replace(/-$/, ""));
  const byCode = code ? await ordersByCode(ctx, code) : [];
  const others = code?.includes("-") || byCode.length >= each ? [] : await ordersByWords(ctx, text);
  const found = new Map([...byCode, ...others].map((row) => [row.code, row]));
  return [...found.values()].slice(0, each).map(({ code, name, account }) => ({
    group: "Orders",
    label: code,
    detail: name.includes(account) ? name : `${name}, ${account}`,
    href: `/orders/${code}`,
  }));
}

type FoundOrder = { code: string; name: string; account: string };

const orderColumns = sql`orders.code, orders.name, accounts.name AS account`;
const ofAccount = sql`JOIN accounts ON accounts.organization_id = orders.organization_id AND accounts.id = orders.account_id`;

/**
 * Returns orders by the start of their code: "104" finds 104, its sub-orders, 1040 to 1049 and so on. Each is a short range
 * of the index on numbers.
 */
function ordersByCode(ctx: Ctx, code: string): Promise<FoundOrder[]> {
  const [digits = "", sub] = code.split("-");
  const first = BigInt(digits);
  const longer = sub === undefined ? Math.max(0, 9 - digits.length) : 0;
  const ranges = Array.from({ length: longer + 1 }, (_, zeros) => {
    const size = 10n ** BigInt(zeros);
    return sql`(SELECT * FROM orders WHERE organization_id = ${ctx.organizationId}::uuid
      AND number BETWEEN ${first * size} AND ${first * size + size - 1n}
      ${sub ? sql`AND sub_number = ${Number(sub)}` : Prisma.empty}
      ORDER BY number, sub_number LIMIT ${each})`;
  });
  return read(ctx).$queryRaw<FoundOrder[]>`
    SELECT ${orderColumns} FROM (${join(ranges, " UNION ALL ")}) AS orders ${ofAccount}
    ORDER BY number, sub_number LIMIT ${each}`;
}

async function ordersByWords(ctx: Ctx, text: string): Promise<FoundOrder[]> {
  const newest = (found: Prisma.Sql) => sql`SELECT * FROM orders
    WHERE organization_id = ${ctx.organizationId}::uuid AND parent_id IS NULL AND ${found}
    ORDER BY order_date DESC, id DESC LIMIT ${each}`;
  const names = await namesIn(ctx, text, "accounts", "products");
  return read(ctx).$queryRaw<FoundOrder[]>`
    SELECT ${orderColumns} FROM (${listWith(ctx, text, names, newest)}) AS orders ${ofAccount}
    ORDER BY order_date DESC, orders.id DESC`;
}

async function findAccounts(ctx: Ctx, text: string): Promise<SearchHit[]> {
  const rows = await namedRows(ctx, "accounts", text, { limit: each });
  return rows.map(({ code, name }) => ({
    group: "Accounts",
    label: name,
    detail: code,
    href: `/accounts/${code}`,
  }));
}

async function findProducts(ctx: Ctx, text: string): Promise<SearchHit[]> {
  const rows = await namedRows(ctx, "products", text, { limit: each });
  return rows.map(({ code, name }) => ({
    group: "Products",
    label: name,
    detail: code,
    href: `/products/${encodeURIComponent(code)}`,
  }));
}

/** Holds the sequence that an index provides. */
const newestBill = {
  invoices: sql`invoices.created_at`,
  credit_notes: sql`substr(credit_notes.number, 4)::bigint`,
};

/** Returns bills. Digits alone are a whole number, while "inv 10" finds all numbers with these digits. */
async function findBills(ctx: Ctx, text: string): Promise<SearchHit[]> {
  const digits = /^#?(\d{1,15})$/.exec(text)?.[1];
  const of = (table: "invoices" | "credit_notes", ...letters: string[]) => sql`
    (SELECT ${table} AS kind, number, name AS account
      FROM ${Prisma.raw(table)}
      JOIN accounts ON accounts.organization_id = ${Prisma.raw(table)}.organization_id AND accounts.id = account_id
      WHERE ${Prisma.raw(table)}.organization_id = ${ctx.organizationId}::uuid AND ${
        digits
          ? sql`number = ANY(${letters.map((series) => `${series}-${digits}`)})`
          : everyWord(
              text,
              (word) => sql`${table === "invoices" ? searched.invoices : searched.creditNotes} LIKE ${word}`,
            )
      }
      ORDER BY ${newestBill[table]} DESC LIMIT ${each})`;
  const rows = await read(ctx).$queryRaw<{ kind: string; number: string; account: string }[]>(
    sql`${of("invoices", "INV", "OB")} UNION ALL ${of("credit_notes", "CN")}`,
  );
  return rows.map(({ kind, number, account }) => ({
    group: kind === "invoices" ? "Invoices" : "Credit notes",
    label: number,
    detail: account,
    href: kind === "invoices" ? `/invoices/${number}` : `/invoices/credit-notes/${number}`,
  }));
}

/** Returns statuses, which lead to the orders that have them. */
async function findStatuses(ctx: Ctx, text: string): Promise<SearchHit[]> {
  const rows = await read(ctx).$queryRaw<{ id: string; description: string }[]>`
    SELECT id, description FROM order_statuses
    WHERE organization_id = ${ctx.organizationId}::uuid AND ${everyWord(text, (word) => sql`${searched.statuses} LIKE ${word}`)}
    ORDER BY no, description LIMIT ${each}`;
  return rows.map(({ id, description }) => ({
    group: "Statuses",
    label: description,
    detail: "Orders with this status",
    href: `/orders?status=${id}`,
  }));
}

async function findUsers(ctx: Ctx, text: string): Promise<SearchHit[]> {
  const rows = await read(ctx).$queryRaw<{ id: string; name: string; email: string }[]>`
    SELECT id, name, email FROM users
    WHERE organization_id = ${ctx.organizationId}::uuid AND ${everyWord(text, (word) => sql`${searched.users} LIKE ${word}`)}
    ORDER BY name, id LIMIT ${each}`;
  return rows.map(({ id, name, email }) => ({
    group: "Users",
    label: name,
    detail: email,
    href: `/setup/users/${id}`,
  }));
}
