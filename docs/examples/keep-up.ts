/**
 * Follows the events from the beginning, keeps which orders are unexecuted, and checks that against the list. A program of yours
 * would store the cursor, and read on from it later. ORDER_DESK and KEY are needed.
 */
import createClient from "openapi-fetch";
import type { paths } from "./order-desk-api";

const { ORDER_DESK, KEY } = process.env;
const orderDesk = createClient<paths>({
  baseUrl: `${ORDER_DESK}/api/v1`,
  headers: { authorization: `Bearer ${KEY}` },
});

/** Returns what was answered. A problem names its code, by which a program decides what to do. */
function answered<Data>({ data, error }: { data?: Data; error?: { code: string; detail: string } }): Data {
  if (data === undefined) throw new Error(`${error?.code}: ${error?.detail}`);
  return data;
}

/** Reads what happened until there is no more, and returns the orders that somebody made and nobody ended. */
async function ordersByEvents(): Promise<Set<string>> {
  const open = new Set<string>();
  for (let after: string | undefined, more = true; more; ) {
    const query = { limit: 200, ...(after && { after }) };
    const page = answered(await orderDesk.GET("/events", { params: { query } }));
    for (const { type, order } of page.data) {
      if ((type === "order.created" || type === "order.placed") && order) open.add(order.code);
      if ((type === "order.executed" || type === "order.cancelled") && order) open.delete(order.code);
    }
    after = page.next;
    more = page.more;
  }
  return open;
}

async function ordersByList(): Promise<Set<string>> {
  const codes: string[] = [];
  let cursor: string | null = null;
  do {
    const query: { unexecuted: "true"; limit: number; cursor?: string } = {
      unexecuted: "true",
      limit: 200,
      ...(cursor && { cursor }),
    };
    const page = answered(await orderDesk.GET("/orders", { params: { query } }));
    codes.push(...page.data.map(({ code }) => code));
    cursor = page.nextCursor;
  } while (cursor);
  return new Set(codes);
}

const [heard, listed] = [await ordersByEvents(), await ordersByList()];
const missed = [...listed].filter((code) => !heard.has(code));
process.stdout.write(
  `${listed.size} orders are unexecuted, and the events told of ${listed.size - missed.length}.\n`,
);
