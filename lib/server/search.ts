import "server-only";
import { type SearchHit, SearchText } from "@/lib/schemas/search";
import { type Ctx, may } from "./ctx";
import { read } from "./db";

const each = 5;

/** What the actor may open whose code or name begins with the text (a code) or has it in its name. */
export async function searchEverything(ctx: Ctx, raw: unknown): Promise<SearchHit[]> {
  const parsed = SearchText.safeParse(raw);
  if (!parsed.success) return [];
  const text = parsed.data;
  const [orders, accounts, products] = await Promise.all([
    may(ctx, "order:read") ? findOrders(ctx, text) : [],
    may(ctx, "account:read") ? findAccounts(ctx, text) : [],
    may(ctx, "product:read") ? findProducts(ctx, text) : [],
  ]);
  return [...orders, ...accounts, ...products];
}

async function findOrders(ctx: Ctx, text: string): Promise<SearchHit[]> {
  const code = text.replace(/^#/, "");
  if (!/^[\d-]+$/.test(code)) return [];
  const rows = await read(ctx).order.findMany({
    where: { code: { startsWith: code } },
    orderBy: { code: "asc" },
    take: each,
    select: { code: true, name: true },
  });
  return rows.map(({ code, name }) => ({
    group: "Orders",
    label: code,
    detail: name,
    href: `/orders/${code}`,
  }));
}

async function findAccounts(ctx: Ctx, text: string): Promise<SearchHit[]> {
  const rows = await read(ctx).account.findMany({
    where: { OR: [{ code: { equals: text } }, { name: { contains: text, mode: "insensitive" } }] },
    orderBy: { name: "asc" },
    take: each,
    select: { code: true, name: true },
  });
  return rows.map(({ code, name }) => ({
    group: "Accounts",
    label: name,
    detail: code,
    href: `/accounts/${code}`,
  }));
}

async function findProducts(ctx: Ctx, text: string): Promise<SearchHit[]> {
  const rows = await read(ctx).product.findMany({
    where: { OR: [{ code: { equals: text } }, { name: { contains: text, mode: "insensitive" } }] },
    orderBy: { name: "asc" },
    take: each,
    select: { code: true, name: true },
  });
  return rows.map(({ code, name }) => ({
    group: "Products",
    label: name,
    detail: code,
    href: `/products?q=${encodeURIComponent(code)}`,
  }));
}
