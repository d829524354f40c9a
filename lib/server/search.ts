import "server-only";
import { type SearchHit, SearchText } from "@/lib/schemas/search";
import { type Ctx, may } from "./ctx";
import { join, read, sql } from "./db";

const each = 5;

/** What the actor may open by the text: orders, invoices and credit notes by number, accounts and products by name or code. */
export async function searchEverything(ctx: Ctx, raw: unknown): Promise<SearchHit[]> {
  const parsed = SearchText.safeParse(raw);
  if (!parsed.success) return [];
  const text = parsed.data;
  const hits = await Promise.all([
    may(ctx, "order:read") ? findOrders(ctx, text) : [],
    may(ctx, "invoice:read") ? findInvoices(ctx, text) : [],
    may(ctx, "invoice:read") ? findCreditNotes(ctx, text) : [],
    may(ctx, "account:read") ? findAccounts(ctx, text) : [],
    may(ctx, "product:read") ? findProducts(ctx, text) : [],
  ]);
  return hits.flat();
}

/** "104" finds 104, its sub-orders, and 1040 to 1049 and so on: each a short range of the index on numbers. */
async function findOrders(ctx: Ctx, text: string): Promise<SearchHit[]> {
  const [, digits = "", sub] = /^#?(\d{1,15})(?:-(\d{0,6}))?$/.exec(text) ?? [];
  if (!digits) return [];
  const first = BigInt(digits);
  const longer = sub === undefined ? Math.max(0, 9 - digits.length) : 0;
  const ranges = Array.from({ length: longer + 1 }, (_, zeros) => {
    const size = 10n ** BigInt(zeros);
    return sql`(SELECT code, name, number, sub_number FROM orders
      WHERE organization_id = ${ctx.organizationId}::uuid
        AND number BETWEEN ${first * size} AND ${first * size + size - 1n}
        ${sub ? sql`AND sub_number = ${Number(sub)}` : sql``}
      ORDER BY number, sub_number LIMIT ${each})`;
  });
  const rows = await read(ctx).$queryRaw<{ code: string; name: string }[]>`
    SELECT code, name FROM (${join(ranges, " UNION ALL ")}) AS found
    ORDER BY number, sub_number LIMIT ${each}`;
  return rows.map(({ code, name }) => ({
    group: "Orders",
    label: code,
    detail: name,
    href: `/orders/${code}`,
  }));
}

async function findInvoices(ctx: Ctx, text: string): Promise<SearchHit[]> {
  const rows = await read(ctx).invoice.findMany({
    where: { number: text.toUpperCase() },
    select: { number: true, account: { select: { name: true } } },
  });
  return rows.map(({ number, account }) => ({
    group: "Invoices",
    label: number,
    detail: account.name,
    href: `/invoices/${number}`,
  }));
}

async function findCreditNotes(ctx: Ctx, text: string): Promise<SearchHit[]> {
  const rows = await read(ctx).creditNote.findMany({
    where: { number: text.toUpperCase() },
    select: { number: true, account: { select: { name: true } } },
  });
  return rows.map(({ number, account }) => ({
    group: "Credit notes",
    label: number,
    detail: account.name,
    href: `/invoices/credit-notes/${number}`,
  }));
}

const byNameOrCode = (text: string) => ({
  where: {
    OR: [{ code: text.toUpperCase() }, { name: { contains: literal(text), mode: "insensitive" as const } }],
  },
  orderBy: { name: "asc" as const },
  take: each,
  select: { code: true, name: true },
});

/** Prisma leaves the signs of LIKE patterns to the caller. */
const literal = (text: string) => text.replace(/[\\%_]/g, "\\$&");

async function findAccounts(ctx: Ctx, text: string): Promise<SearchHit[]> {
  const rows = await read(ctx).account.findMany(byNameOrCode(text));
  return rows.map(({ code, name }) => ({
    group: "Accounts",
    label: name,
    detail: code,
    href: `/accounts/${code}`,
  }));
}

async function findProducts(ctx: Ctx, text: string): Promise<SearchHit[]> {
  const rows = await read(ctx).product.findMany(byNameOrCode(text));
  return rows.map(({ code, name }) => ({
    group: "Products",
    label: name,
    detail: code,
    href: `/products/${encodeURIComponent(code)}`,
  }));
}
