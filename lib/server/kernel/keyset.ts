import "server-only";
import { z } from "zod";
import { Prisma, sql } from "./db";

/** Holds one page of a list, with opaque cursors of the pages next to it. */
export type Page<Row> = { rows: Row[]; next: string | null; previous: string | null };

/** Holds the values by which a row is sorted. */
type Edge = { key: string; id: string };

/** Tells where one page begins. */
export type Position = Edge & { side: "after" | "before" };

const keys = {
  text: z.string().max(200),
  timestamptz: z.iso.datetime(),
  date: z.iso.date(),
  numeric: z.string().regex(/^-?\d{1,19}(\.\d{1,4})?$/),
  bigint: z.string().regex(/^\d{1,18}$/),
  /** Accepts a status and a date in one text, because no single expression has both. */
  status: z.string().refine((key) => {
    const [id, date, ...more] = key.split(" ");
    return isUuid(id ?? "") && z.iso.datetime().safeParse(date).success && more.length === 0;
  }),
};
const ids = { uuid: z.uuid(), bigint: z.string().regex(/^\d{1,18}$/) };

type List = {
  /** Selects what the list is sorted by, which must not be null. Ties are sorted by id. */
  key: Prisma.Sql;
  keyType: keyof typeof keys;
  id: Prisma.Sql;
  idType?: keyof typeof ids;
  descending?: boolean;
};

/**
 * Cuts a list into pages by the rows at their edges, so that the thousandth page costs as much as the first. The query adds
 * `where` to its condition and `tail` to its end, and `page` turns its rows into the page.
 */
export function keyset(list: List, input: { cursor?: string | undefined; limit: number }) {
  const { keyType, idType = "uuid" } = list;
  const position = decode(input.cursor, keyType, idType);
  const backwards = position?.side === "before";
  const down = Boolean(list.descending) !== backwards;
  const direction = down ? sql`DESC` : sql`ASC`;
  const beyond = down ? sql`<` : sql`>`;

  return {
    /** Gives the direction of the page's own order, for a query around it. */
    direction,
    /** Gives the position for a list that no single expression can sort. */
    position,
    down,
    where: position
      ? sql`AND (${list.key}, ${list.id}) ${beyond} (${position.key}::${types[keyType]}, ${position.id}::${types[idType]})`
      : Prisma.empty,
    tail: sql`ORDER BY ${list.key} ${direction}, ${list.id} ${direction} LIMIT ${input.limit + 1}`,
    page<Row>(found: readonly Row[], edge: (row: Row) => Edge): Page<Row> {
      const rows = found.slice(0, input.limit);
      if (backwards) rows.reverse();
      const more = found.length > input.limit;
      const [first, last] = [rows[0], rows.at(-1)];
      const hasNext = backwards || more;
      const hasPrevious = backwards ? more : position !== null;
      return {
        rows,
        next: hasNext && last ? cursorOf("after", edge(last)) : null,
        previous: hasPrevious && first ? cursorOf("before", edge(first)) : null,
      };
    },
  };
}

const types = {
  text: sql`text`,
  timestamptz: sql`timestamptz`,
  date: sql`date`,
  numeric: sql`numeric`,
  status: sql`text`,
  uuid: sql`uuid`,
  bigint: sql`bigint`,
};

/** Describes a column by which a list can be sorted: an index has it in order, and `of` reads its value from a row. */
export type SortColumn<Row> = Pick<List, "key" | "keyType"> & { of: (row: Row) => string };

/** Works like `keyset` for a list that is sorted by one of these columns. "-total" sorts downwards. */
export function sortedKeyset<Row extends { id: string }, Sort extends string>(
  columns: Record<Sort, SortColumn<Row>>,
  id: Prisma.Sql,
  input: { sort: Sort | `-${Sort}`; cursor?: string | undefined; limit: number },
  idType: keyof typeof ids = "uuid",
) {
  const descending = input.sort.startsWith("-");
  const { of, key, keyType } = columns[(descending ? input.sort.slice(1) : input.sort) as Sort];
  const pages = keyset({ key, keyType, id, idType, descending }, input);
  return {
    ...pages,
    key,
    /** Returns the cursor with which the same list is read on behind this row. */
    behind: (row: Row) => cursorOf(pages.position?.side ?? "after", { key: of(row), id: row.id }),
    page: (rows: readonly Row[]) => pages.page(rows, (row) => ({ key: of(row), id: row.id })),
  };
}

/** Returns the cursor of the page that begins next to this row. */
export function cursorOf(side: Position["side"], { key, id }: Edge): string {
  return Buffer.from(JSON.stringify([side, key, id])).toString("base64url");
}

/** Reads a cursor. An invalid one leads to the first page. */
function decode(
  cursor: string | undefined,
  keyType: keyof typeof keys,
  idType: keyof typeof ids,
): Position | null {
  if (!cursor) return null;
  try {
    const shape = z.tuple([z.enum(["after", "before"]), keys[keyType], ids[idType]]);
    const [side, key, id] = shape.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return { side, key, id };
  } catch {
    return null;
  }
}

/** Returns the condition, or none if the value is undefined or empty. */
export function filter(condition: Prisma.Sql, value: unknown): Prisma.Sql {
  return value === undefined || value === "" ? Prisma.empty : sql`AND ${condition}`;
}

/** Tells whether a text is an id. Only ids can be compared with one, and an address may hold anything. */
export function isUuid(value: string): boolean {
  return ids.uuid.safeParse(value).success;
}
