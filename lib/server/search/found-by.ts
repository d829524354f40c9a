import "server-only";
import { beginsAWord, billNumberIn, orderCodeIn, searchWords } from "@/lib/domain/search/search";
import { mistypedWords } from "@/lib/domain/search/typos";
import type { Ctx } from "../kernel/ctx";
import { join, Prisma, read, sql } from "../kernel/db";

/**
 * Holds the expressions by which each table is searched, as in the indexes of the migration `search`: docs/domain.md,
 * section 9.
 */
export const searched = {
  accounts: sql`search_form(accounts.code || ' ' || accounts.name || ' ' || coalesce(accounts.email, ''))`,
  products: sql`search_form(products.code || ' ' || products.name)`,
  catalogue: sql`search_form(products.code || ' ' || products.name || ' ' || products.description)`,
  users: sql`search_form(users.name || ' ' || users.email)`,
  invoices: sql`search_form('invoice ' || invoices.number || ' ' || coalesce(invoices.external_id, ''))`,
  creditNotes: sql`search_form('credit note ' || credit_notes.number)`,
  subscriptions: sql`search_form(subscriptions.description)`,
  messages: sql`search_form(messages.recipient || ' ' || coalesce(messages.address, '') || ' ' || messages.subject)`,
  auditLog: sql`search_form(events.subject || ' ' || events.actor_name)`,
  vendors: sql`search_form(vendors.name || ' ' || vendors.endpoint)`,
  statuses: sql`search_form('status ' || description)`,
};

/**
 * Returns the condition that every word of the query is found, where `one` says it for the LIKE pattern of one word.
 * A query without a word, like "%", finds nothing.
 */
export function everyWord(q: string, one: (pattern: Prisma.Sql, word: string) => Prisma.Sql): Prisma.Sql {
  const words = searchWords(q);
  if (words.length === 0) return sql`false`;
  return join(
    words.map((word) => sql`(${one(patternOf(word), word)})`),
    " AND ",
  );
}

function patternOf(word: string): Prisma.Sql {
  return sql`${beginsAWord(word) ? `% ${word}%` : `%${word}%`}`;
}

/** Returns the condition like `everyWord`, for a list whose search may be empty. */
export function foundBy(q: string, one: (pattern: Prisma.Sql, word: string) => Prisma.Sql): Prisma.Sql {
  return q === "" ? Prisma.empty : sql`AND ${everyWord(q, one)}`;
}

/**
 * Returns the condition that `form`, an expression with a trigram index, resembles every word of the query. It is used when
 * nothing has the words themselves: docs/domain.md, section 9.
 */
export function perhapsMeant(q: string, form: Prisma.Sql): Prisma.Sql {
  const words = mistypedWords(q);
  if (words.every(({ pattern }) => pattern === null)) return sql`false`;
  return join(
    words.map(({ word, pattern, alike }) => {
      const exact = sql`${form} LIKE ${patternOf(word)}`;
      const near = pattern === null ? Prisma.empty : sql`OR ${form} ~ ${pattern}`;
      return sql`(${exact} ${near} ${alike ? sql`OR ${word} <% ${form}` : Prisma.empty})`;
    }),
    " AND ",
  );
}

/** Limits how many accounts or products are looked up for one word. Beyond that, each row is checked by key. */
const few = 2000;

const named = { accounts: searched.accounts, products: searched.products };
type NamedTable = keyof typeof named;

/** Tells which accounts and products have a word of the search, as conditions on a column with an id or with ids. */
export type Names = {
  readonly account: (id: Prisma.Sql, word: string) => Prisma.Sql;
  readonly product: (id: Prisma.Sql, word: string) => Prisma.Sql;
  /** Holds the condition that one of the ids is that of an account or a product with the word. */
  readonly oneOf: (ids: Prisma.Sql, word: string) => Prisma.Sql;
};

/**
 * Looks up which accounts and products have the words of a search, in one query. A list then uses these ids or checks each
 * row by key, because the planner cannot know which is quicker.
 */
export async function namesIn(ctx: Ctx, q: string, ...tables: NamedTable[]): Promise<Names> {
  const words = [...new Set(searchWords(q))];
  const wanted = words.flatMap((word) => tables.map((table) => ({ word, table })));
  const idsOf = ({ word, table }: (typeof wanted)[number]) => sql`
    (SELECT CASE WHEN count(*) <= ${few} THEN coalesce(array_agg(id), '{}') END FROM (
      SELECT id FROM ${Prisma.raw(table)} WHERE ${withWord(ctx, table, word)} LIMIT ${few + 1}) AS found)`;
  const rows =
    wanted.length === 0
      ? []
      : await read(ctx).$queryRaw<{ ids: string[] | null }[]>(
          join(
            wanted.map((one, position) => sql`SELECT ${position}::int AS position, ${idsOf(one)} AS ids`),
            " UNION ALL ",
          ),
        );
  const ids = (table: NamedTable, word: string) => {
    const at = wanted.findIndex((one) => one.word === word && one.table === table);
    return at < 0 ? [] : (rows[at]?.ids ?? null);
  };
  const is = (table: NamedTable) => (id: Prisma.Sql, word: string) => {
    const found = ids(table, word);
    return found ? sql`${id} = ANY(${found}::uuid[])` : anyOf(ctx, table, word, id);
  };
  return {
    account: is("accounts"),
    product: is("products"),
    oneOf(column, word) {
      const found = tables.map((table) => ids(table, word));
      const broad = tables.filter((_, at) => found[at] === null);
      return join(
        [
          sql`${column} && ${found.flatMap((some) => some ?? [])}::uuid[]`,
          ...broad.map((table) => anyOf(ctx, table, word, sql`ANY(${column})`)),
        ],
        " OR ",
      );
    },
  };
}

/**
 * Returns the condition that an account or product with the word has this id. It is a value and not EXISTS, so that it is
 * always checked by key.
 */
function anyOf(ctx: Ctx, table: NamedTable, word: string, id: Prisma.Sql): Prisma.Sql {
  return sql`(SELECT true FROM ${Prisma.raw(table)} WHERE ${withWord(ctx, table, word)} AND ${Prisma.raw(table)}.id = ${id} LIMIT 1)`;
}

function withWord(ctx: Ctx, table: NamedTable, word: string): Prisma.Sql {
  return sql`${ofOrganization(ctx, table)} AND ${named[table]} LIKE ${patternOf(word)}`;
}

/**
 * Returns the condition like `foundBy`, for rows that an order's code finds too: all rows of a primary order, or those of a
 * sub-order.
 */
export function foundByOrOrder(
  { organizationId }: Ctx,
  q: string,
  orderId: Prisma.Sql,
  one: (pattern: Prisma.Sql, word: string) => Prisma.Sql,
): Prisma.Sql {
  const [number, sub] = orderCodeIn(q)?.split("-") ?? [];
  if (!number) return foundBy(q, one);
  return sql`AND (${everyWord(q, one)} OR ${orderId} = ANY(ARRAY(
    SELECT id FROM orders WHERE organization_id = ${organizationId}::uuid AND number = ${number}::bigint
      ${sub ? sql`AND sub_number = ${Number(sub)}` : Prisma.empty})))`;
}

/** Returns the condition that every word is among an order's search terms, or that one of its bills or it in another system has the number. */
export function ordersWith(ctx: Ctx, q: string, names: Names): Prisma.Sql {
  return sql`orders.id IN (${idsWith(ctx, q, names)})`;
}

/**
 * Returns a list of orders that have every word, where `list` builds the list from a condition. The statement counts matches
 * itself, since the planner cannot: it looks up a few by their terms, and otherwise reads the list in order until a page is
 * full.
 */
export function listWith(
  ctx: Ctx,
  q: string,
  names: Names,
  list: (found: Prisma.Sql) => Prisma.Sql,
): Prisma.Sql {
  return sql`
    WITH matched AS MATERIALIZED (SELECT order_id FROM (${idsWith(ctx, q, names)}) AS found LIMIT ${few + 1})
    (${list(sql`(SELECT count(*) FROM matched) <= ${few} AND orders.id = ANY(ARRAY(SELECT order_id FROM matched))`)})
    UNION ALL
    (${list(sql`(SELECT count(*) FROM matched) > ${few} AND (SELECT true FROM order_search
      WHERE ${ofOrganization(ctx, "order_search")} AND order_id = orders.id AND ${wordsOfOrder(q, names)})`)})`;
}

function idsWith(ctx: Ctx, q: string, names: Names): Prisma.Sql {
  // The words must come first, because reading all rows of the organization by key is never quicker.
  const found = sql`SELECT order_id FROM order_search
    WHERE (${ofOrganization(ctx, "order_search")}) IS TRUE AND ${wordsOfOrder(q, names)}`;
  const known = sql`${found} UNION ALL SELECT id FROM orders
    WHERE organization_id = ${ctx.organizationId}::uuid AND external_id = ${q.trim()}`;
  const bill = billNumberIn(q);
  if (!bill) return known;
  const billed = (
    table: string,
  ) => sql`SELECT coalesce(billed.parent_id, billed.id) FROM ${Prisma.raw(table)} AS bill
    JOIN orders AS billed ON billed.organization_id = bill.organization_id AND billed.id = bill.order_id
    WHERE ${ofOrganization(ctx, "bill")} AND bill.number = ${bill}`;
  return sql`${known} UNION ALL ${billed("invoices")} UNION ALL ${billed("credit_notes")}`;
}

function wordsOfOrder(q: string, names: Names): Prisma.Sql {
  return everyWord(
    q,
    (pattern, word) => sql`order_search.text LIKE ${pattern} OR ${names.oneOf(sql`order_search.refs`, word)}`,
  );
}

function ofOrganization({ organizationId }: Ctx, table: string): Prisma.Sql {
  return sql`${Prisma.raw(table)}.organization_id = ${organizationId}::uuid`;
}

export type Named = { id: string; code: string; name: string };
type Offer = { only?: Prisma.Sql; limit: number };

/**
 * Returns accounts or products: first the one with that code, then names that begin with the text, then the others by name;
 * an empty query finds all. Each group is read in an index's order, so that one letter costs no more than a whole name.
 */
export async function namedRows(
  ctx: Ctx,
  table: "accounts" | "products",
  q: string,
  { only = Prisma.empty, limit }: Offer,
): Promise<Named[]> {
  const rows = (
    condition: Prisma.Sql,
    order: Prisma.Sql,
  ) => sql`(SELECT id, code, name FROM ${Prisma.raw(table)}
    WHERE organization_id = ${ctx.organizationId}::uuid ${only} ${condition} ORDER BY ${order}, id LIMIT ${limit})`;
  const found = foundBy(q, (word) => sql`${searched[table]} LIKE ${word}`);
  const [first] = searchWords(q);
  if (!first) return read(ctx).$queryRaw<Named[]>(rows(found, sql`name`));

  const ofCode = sql`lower(code) = ${q.trim().toLowerCase()}`;
  const form = sql`search_form(name) COLLATE "C"`;
  const begins = sql`${form} >= ${` ${first}`} AND ${form} < ${` ${first}${lastLetter}`}`;
  const best = await read(ctx).$queryRaw<Named[]>(
    sql`${rows(sql`AND ${ofCode} ${found}`, sql`name`)} UNION ALL ${rows(sql`AND ${begins} ${found}`, form)}`,
  );
  const meant = [...new Map(best.map((row) => [row.id, row])).values()].slice(0, limit);
  if (meant.length === limit) return meant;
  const others = sql`AND NOT (${begins}) AND NOT (${ofCode}) ${found}`;
  return [...meant, ...(await read(ctx).$queryRaw<Named[]>(rows(others, sql`name`)))].slice(0, limit);
}

/** Sorts after every text that continues a prefix. */
const lastLetter = "\u{10ffff}";
