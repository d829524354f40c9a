/**
 * Follows the events from the beginning, keeps which orders are unexecuted, and checks that against the list. A program of yours
 * would store the cursor, and read on from it later. ORDER_DESK and KEY are needed.
 */

type Happened = { type: string; order: { code: string } | null };
type EventPage = { data: Happened[]; next: string; more: boolean };
type OrderPage = { data: { code: string }[]; nextCursor: string | null };

export {};

const { ORDER_DESK, KEY } = process.env;

async function get<Page>(path: string, parameters: Record<string, string | null>): Promise<Page> {
  const sent = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== null);
  const response = await fetch(`${ORDER_DESK}/api/v1${path}?${new URLSearchParams(sent)}`, {
    headers: { authorization: `Bearer ${KEY}` },
  });
  const body = await response.json();
  if (!response.ok) throw new Error(`${body.code}: ${body.detail}`);
  return body;
}

/** Reads what happened until there is no more, and returns the orders that somebody made and nobody ended. */
async function ordersByEvents(): Promise<Set<string>> {
  const open = new Set<string>();
  for (let after: string | null = null, more = true; more; ) {
    const page: EventPage = await get("/events", { after, limit: "200" });
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
    const page: OrderPage = await get("/orders", { unexecuted: "true", limit: "200", cursor });
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
