import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { systemStatuses } from "@/lib/domain/order-status/system-statuses";
import { matches, orderCodeIn } from "@/lib/domain/search/search";
import { ListOrdersInput } from "@/lib/schemas/order-list";
import { type Prisma, read, sql } from "../../kernel/db";
import { makeAccount, makeOrganization, type TestOrganization } from "../../testing/factories/basics";
import { owner } from "../../testing/owner";
import { countListedOrders } from "./count-listed-orders";
import { listOrders, type OrderRow, orderListStatement } from "./list-orders";

const labels = ["Submitted", "Draft", "Scheduled"];
const sources = ["bss", "storefront"] as const;
const many = 12_000;

describe("listOrders", () => {
  let organization: TestOrganization;
  let other: TestOrganization;
  let accounts: string[];
  let all: OrderRow[];
  const list = (input: object) => listOrders(organization.as.manager, input);

  beforeAll(async () => {
    organization = await makeOrganization();
    other = await makeOrganization();
    accounts = [];
    for (const name of ["Alpha 100%", "Beta_Works", "Gamma & Söhne"]) {
      accounts.push((await makeAccount(organization, { name })).id);
    }
    await fill(organization, accounts, 300);
    await fill(other, [(await makeAccount(other)).id], 20);
    const every = { status: labels.map((label) => organization.statuses[label]), limit: 200 };
    const first = await list(every);
    all = [...first.rows, ...(await list({ ...every, cursor: first.next })).rows];
  });

  it("has every primary order of the organization once, newest first", async () => {
    expect(all).toHaveLength(300);
    expect(new Set(all.map(({ id }) => id)).size).toBe(300);
    expect(all).toEqual(all.toSorted(newestFirst));
    expect(await countListedOrders(organization.as.manager, {})).toBe(all.filter(isOrder).length);
  });

  it("pages forward and back through the same rows as filtering and sorting them all", async () => {
    const anyInput = fc.record(
      {
        status: fc.subarray(labels),
        account: fc.nat(2),
        source: fc.constantFrom(...sources),
        unexecuted: fc.constant("true"),
        from: day(),
        to: day(),
        q: fc.constantFrom("10", "#1042", "100%", "a1", "SOHNE gam", "be", "g", "order 11", "nothing at all"),
        sort: fc.constantFrom("-date", "date", "number", "-number", "total", "-total", "status", "-status"),
        limit: fc.integer({ min: 1, max: 90 }),
      },
      { requiredKeys: ["limit"] },
    );
    await fc.assert(
      fc.asyncProperty(anyInput, async ({ status, account, ...rest }) => {
        const input = {
          ...rest,
          status: status?.map((label) => organization.statuses[label]),
          account: account === undefined ? undefined : accounts[account],
        };
        const read = ListOrdersInput.parse(input);
        const expected = all.filter((row) => fits(row, read)).toSorted(inOrder(read.sort));
        const pages: OrderRow[][] = [];
        let page = await list(input);
        for (pages.push(page.rows); page.next; pages.push(page.rows)) {
          page = await list({ ...input, cursor: page.next });
        }
        expect(pages.flat()).toEqual(expected);

        for (const earlier of pages.toReversed().slice(1)) {
          page = await list({ ...input, cursor: page.previous });
          expect(page.rows).toEqual(earlier);
        }
        expect(page.previous).toBeNull();
        const count = await countListedOrders(organization.as.manager, input);
        expect(count).toBe(expected.length);
      }),
      // The order with this code is a basket.
      { numRuns: 60, examples: [[{ q: "#1042", limit: 1 }]] },
    );
  });

  it("finds a sub-order by its exact code only", async () => {
    const [primary] = all;
    await read(organization.as.operator).$executeRaw`
      INSERT INTO orders (organization_id, code, number, sub_number, parent_id, name, account_id, billing_to_id, source,
        currency, order_date, status_id, status_type, status_storefront_type)
      SELECT organization_id, code || '-1', number, 1, id, name, account_id, billing_to_id, source,
        currency, now(), ${organization.statuses.Submitted}::uuid, 'in_progress', 'viewable'
      FROM orders WHERE id = ${primary?.id}::uuid`;
    expect((await list({ q: `${primary?.code}-1` })).rows.map(({ code }) => code)).toEqual([
      `${primary?.code}-1`,
    ]);
    expect((await list({ q: primary?.code })).rows.map(({ code }) => code)).toEqual([primary?.code]);
  });

  it("takes whatever stands in the address", async () => {
    const nonsense = { cursor: "x", status: ["1", 2], account: "' OR 1=1", from: "soon", limit: "-3", q: 7 };
    expect((await list(nonsense)).rows).toHaveLength(50);
    expect((await list({ q: "\u0000\\ %_'" })).rows).toEqual([]);
  });

  it("shows another organization nothing", async () => {
    const { rows } = await listOrders(other.as.manager, { account: accounts[0] });
    expect(rows).toEqual([]);
    expect((await listOrders(other.as.manager, { status: organization.statuses.Submitted })).rows).toEqual(
      [],
    );
    expect(await countListedOrders(other.as.manager, { status: Object.values(other.statuses) })).toBe(20);
  });

  it("asks for the permission", async () => {
    await expect(listOrders(organization.as.customer, {})).rejects.toThrow("order:read");
    await expect(countListedOrders(organization.as.reseller, {})).rejects.toThrow("order:read");
  });
});

describe("the list of many orders", () => {
  let organization: TestOrganization;
  let accounts: string[];

  beforeAll(async () => {
    organization = await makeOrganization();
    accounts = [(await makeAccount(organization)).id, (await makeAccount(organization)).id];
    await fill(organization, accounts, many);
    await owner().$executeRaw`VACUUM ANALYZE orders, order_search`;
  });

  const filters: Record<string, () => object> = {
    "no filter": () => ({}),
    "one status": () => ({ status: organization.statuses.Submitted }),
    "three statuses": () => ({
      status: ["Submitted", "Draft", "Scheduled"].map((label) => organization.statuses[label]),
    }),
    account: () => ({ account: accounts[0] }),
    "by code": () => ({ sort: "number" }),
    "by total, downwards": () => ({ sort: "-total" }),
    "by status": () => ({ sort: "status" }),
    "by status, unexecuted": () => ({ sort: "status", unexecuted: "true" }),
    "by status, downwards": () => ({ sort: "-status" }),
    source: () => ({ source: "storefront" }),
    unexecuted: () => ({ unexecuted: "true" }),
    "order date": () => ({ from: "2026-02-01", to: "2026-02-20" }),
    code: () => ({ q: "12345" }),
    "sub-order code": () => ({ q: "1001-1" }),
    name: () => ({ q: "order 1234" }),
  };

  it.each(Object.keys(filters))("reads no more than its page: %s", async (name) => {
    const input = { ...filters[name]?.(), limit: 50 };
    const far = (await listOrders(organization.as.manager, input)).next;
    for (const cursor of [undefined, far ?? undefined]) {
      const statement = await orderListStatement(
        organization.as.manager,
        ListOrdersInput.parse({ ...input, cursor }),
      );
      const nodes = await explain(statement);
      expect(
        nodes.filter((node) => node["Node Type"] === "Seq Scan").map((node) => node["Relation Name"]),
      ).not.toContain("orders");
      const touched = nodes
        .filter((node) => node["Relation Name"] === "orders")
        .map((node) => (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"]);
      expect(Math.max(...touched)).toBeLessThan(400);
    }
  });

  type Node = {
    "Node Type": string;
    "Relation Name"?: string;
    "Actual Rows": number;
    "Actual Loops": number;
    "Rows Removed by Filter"?: number;
    Plans?: Node[];
  };

  async function explain(statement: Prisma.Sql): Promise<Node[]> {
    const [row] = await read(organization.as.operator).$queryRaw<{ "QUERY PLAN": [{ Plan: Node }] }[]>(
      sql`EXPLAIN (ANALYZE, FORMAT JSON) ${statement}`,
    );
    const flatten = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flatten)];
    const plan = row?.["QUERY PLAN"][0].Plan;
    return plan ? flatten(plan) : [];
  }
});

/** Writes primary orders straight into the table, several at each moment, so that pages break between equal dates. */
async function fill(organization: TestOrganization, accounts: string[], orders: number): Promise<void> {
  const ids = labels.map((label) => organization.statuses[label]);
  await read(organization.as.operator).$executeRaw`
    INSERT INTO orders (organization_id, code, number, name, account_id, billing_to_id, source, currency, order_date,
      status_id, status_type, status_storefront_type, net_total, final_price)
    SELECT ${organization.organizationId}::uuid, n::text, n, accounts.name || ' order ' || n, accounts.id, accounts.id,
      (ARRAY['bss', 'storefront']::order_source[])[1 + (n / 7) % 2], 'EUR',
      '2026-01-01T22:30:00Z'::timestamptz + (n / 4) * interval '6 hours',
      order_statuses.id, order_statuses.type, order_statuses.storefront_type, n % 7 * 12.5, n % 7 * 12.5
    FROM generate_series(1001, 1000 + ${orders}::int) AS n
    JOIN accounts ON accounts.organization_id = ${organization.organizationId}::uuid
      AND accounts.id = (${accounts}::uuid[])[1 + (n * 7 / 3) % ${accounts.length}::int]
    JOIN order_statuses ON order_statuses.organization_id = ${organization.organizationId}::uuid
      AND order_statuses.id = (${ids}::uuid[])[1 + (n / 5) % 3]`;
}

/** Tells in simple terms whether a row fits the filters. */
function fits(row: OrderRow, { q, status, account, source, unexecuted, from, to }: ListOrdersInput): boolean {
  return (
    matches(`order ${row.code} ${row.name} ${row.account.name} ${row.account.code}`, q) &&
    (status.length === 0 ? isOrder(row) || row.code === orderCodeIn(q) : status.includes(row.status.id)) &&
    (!account || row.account.id === account) &&
    (!source || row.source === source) &&
    (!unexecuted || (row.type === "in_progress" && row.storefrontType === "viewable")) &&
    (!from || row.orderDate.slice(0, 10) >= from) &&
    (!to || row.orderDate.slice(0, 10) <= to)
  );
}

/** Tells whether the row counts as an order. A basket is listed only if its status or its code is asked for. */
function isOrder({ storefrontType }: OrderRow): boolean {
  return storefrontType !== "draft";
}

function inOrder(sort: string) {
  const keys: Record<string, (row: OrderRow) => number> = {
    date: ({ orderDate }) => Date.parse(orderDate),
    number: ({ code }) => Number(code),
    total: ({ total }) => Number(total),
    status: ({ status }) => systemStatuses.findIndex(({ description }) => description === status.description),
  };
  const key = keys[sort.replace("-", "")] ?? (() => 0);
  const ties = sort.endsWith("status") ? newestFirst : (a: OrderRow, b: OrderRow) => (a.id < b.id ? -1 : 1);
  const up = (a: OrderRow, b: OrderRow) => key(a) - key(b) || ties(a, b);
  return sort.startsWith("-") ? (a: OrderRow, b: OrderRow) => up(b, a) : up;
}

function newestFirst(a: OrderRow, b: OrderRow): number {
  return b.orderDate.localeCompare(a.orderDate) || (a.id < b.id ? 1 : -1);
}

function day() {
  return fc.integer({ min: 1, max: 28 }).map((n) => `2026-01-${String(n).padStart(2, "0")}`);
}
