import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listAccountHistory } from "../accounts/queries/account-history";
import { listAuditLog } from "../audit-log/queries/list-audit-log";
import { deliverOrder } from "../orders/commands/deliver-order";
import { orderHistory } from "../orders/queries/order-history";
import { makeAccount, makeOrganization, type TestOrganization, value } from "../testing/factories/basics";
import { makeOrder } from "../testing/factories/orders";
import { ownerUrl } from "../testing/owner";
import { statementsSentBy } from "../testing/sent-statements";

const many = 20_000;
const limit = 10;

let here: TestOrganization;
let code: string;
let accountId: string;
let client: pg.Client;
beforeAll(async () => {
  here = await makeOrganization();
  const order = await makeOrder(here);
  code = order.code;
  accountId = (await makeAccount(here)).id;
  const items = [{ itemId: order.items[0]?.id, quantity: 1 }];
  value(await deliverOrder(here.as.operator, { code, items }));
  client = new pg.Client({ connectionString: ownerUrl() });
  await client.connect();
  // Each page must be found among many events of the same subject and later ones of others.
  const [other, otherAccount] = [await makeOrder(here), await makeAccount(here)];
  for (const orderId of [order.id, other.id])
    await insertMany("order_id, status_label", "'order.edited', $3::uuid, 'Submitted'", orderId);
  for (const id of [accountId, otherAccount.id])
    await insertMany("account_id", "'account.edited', $3::uuid", id);
  await insertMany("subject", "'user.signed_in', $3", "ada@example.com");
  await client.query("ANALYZE events");
});
afterAll(() => client.end());

const insertMany = (columns: string, values: string, subject: string) =>
  client.query(
    `INSERT INTO events (organization_id, at, actor_type, actor_name, kind, ${columns})
     SELECT $1::uuid, now(), 'user', 'Ada', ${values} FROM generate_series(1, $2::int)`,
    [here.organizationId, many, subject],
  );

const readers = {
  events_of_orders: () => orderHistory(here.as.operator, { code, limit }),
  events_of_accounts: () => listAccountHistory(here.as.operator, { accountId, limit }),
  events_of_audit_log: () => listAuditLog(here.as.administrator, { limit }),
  events_of_audit_log_by_kind: () =>
    listAuditLog(here.as.administrator, { limit, kind: "organization.created" }),
  events_of_audit_log_by_actor: () => listAuditLog(here.as.administrator, { limit, by: "nobody" }),
};

test.each(Object.entries(readers))(
  "a page of %s is read in its order, and nothing else",
  async (index, page) => {
    const statements = await statementsSentBy(page);
    const scans = [];
    for (const { text, values } of statements.filter(({ text }) => text.includes("FROM events"))) {
      const explained = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, [...values]);
      scans.push(...scansOfEvents(explained.rows[0]["QUERY PLAN"][0].Plan));
    }
    expect(scans).toEqual([{ scan: "Index Scan", index, rows: expect.any(Number) }]);
    // The timeline reads the events of the order and of its sub-order, so it reads up to two pages.
    expect(scans[0]?.rows).toBeLessThanOrEqual(2 * (limit + 1));
  },
);

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Node[];
};

function scansOfEvents(node: Node): { scan: string; index: string | undefined; rows: number }[] {
  const below = (node.Plans ?? []).flatMap(scansOfEvents);
  if (node["Relation Name"] !== "events") return below;
  const rows = (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"];
  return [{ scan: node["Node Type"], index: node["Index Name"], rows }, ...below];
}
