import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { revokeApiKey } from "@/lib/server/api-keys/commands/revoke-api-key";
import { recordPayment } from "@/lib/server/billing/commands/record-payment";
import { deliverOrder } from "@/lib/server/orders/commands/deliver-order";
import { reverseExecution } from "@/lib/server/orders/commands/reverse-execution";
import { addToBasket } from "@/lib/server/storefront/basket/commands/add-to-basket";
import { makeApiKey } from "@/lib/server/testing/factories/api-keys";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  makeUser,
  value,
} from "@/lib/server/testing/factories/basics";
import { makeCustomer } from "@/lib/server/testing/factories/customers";
import { makeOrder, storedOrder } from "@/lib/server/testing/factories/orders";
import { makeReservedPayment } from "@/lib/server/testing/factories/payments";
import { makeScheduledOrder } from "@/lib/server/testing/factories/scheduling";
import { makeVendorProduct } from "@/lib/server/testing/factories/vendors";
import { ownerUrl } from "@/lib/server/testing/owner";
import { attemptsOnIdentities } from "./attempts/on-identities";
import { attemptsOnImports } from "./attempts/on-imports";
import { attemptsOnLinks } from "./attempts/on-links";
import { attemptsOnOrders } from "./attempts/on-orders";
import { attemptsOnRoles } from "./attempts/on-roles";
import { attemptsOnSecondFactors } from "./attempts/on-second-factors";
import { attemptsOnWhatFollows } from "./attempts/on-what-follows";
import type { Rows } from "./attempts/statements";

/** The database's own list of its rules and the attempts here must be the same, so no rule goes untried. */

const attempts = (on: Rows) => ({
  ...attemptsOnOrders(on),
  ...attemptsOnWhatFollows(on),
  ...attemptsOnImports(on),
  ...attemptsOnLinks(on),
  ...attemptsOnSecondFactors(on),
  ...attemptsOnIdentities(on),
  ...attemptsOnRoles(on),
});

let client: pg.Client;
let rows: Rows;
beforeAll(async () => {
  client = new pg.Client({ connectionString: ownerUrl() });
  await client.connect();
  rows = await makeRows();
});
afterAll(() => client.end());

async function makeRows(): Promise<Rows> {
  const here = await makeOrganization();
  const statusId = here.statuses.Executed;
  const { id: accountId } = await makeAccount(here, { email: "buyer@customer.example" });
  const open = await makeOrder(here, { accountId });
  await makeUser(here, { role: "operator" });
  const executed = await makeOrder(here, { statusId });
  const primary = await makeOrder(here, { accountId });
  const items = [{ itemId: primary.items[0]?.id ?? "", quantity: 1 }];
  const { subOrderCode } = value(await deliverOrder(here.as.operator, { code: primary.code, items }));
  const subOrder = await storedOrder(here.as.operator, subOrderCode);

  const paid = await makeOrder(here, { accountId, statusId });
  value(await recordPayment(here.as.operator, { accountId: paid.billingToId, amount: "1" }));
  const idle = await makeAccount(here);
  value(await recordPayment(here.as.operator, { accountId: idle.id, amount: "1" }));
  await makeReservedPayment(here, { accountId: paid.billingToId });
  const { code } = await makeOrder(here, { statusId });
  value(await reverseExecution(here.as.administrator, { code, comment: "A mistake" }));
  await makeVendorProduct(here, { endpoint: "https://vendor.example.com" });
  await makeApiKey(here);
  value(await revokeApiKey(here.as.administrator, { id: (await makeApiKey(here)).id }));
  await makeScheduledOrder(here);
  await addToBasket(await makeCustomer(here), { productId: (await makeProduct(here)).id });
  await client.query(
    `INSERT INTO payment_requests (organization_id, account_id, order_id, driver, amount, currency, state, settled_at)
     VALUES ($1, $2, $3, 'simulated', 10, 'EUR', 'failed', now()), ($1, $2, $3, 'simulated', 10, 'EUR', 'open', NULL)`,
    [here.organizationId, accountId, open.id],
  );
  return {
    organizationId: here.organizationId,
    open: open.id,
    executed: executed.id,
    invoice: executed.invoices[0]?.id ?? "",
    subOrder: subOrder.id,
    subOrderItem: subOrder.items[0]?.id ?? "",
    canceledStatus: here.statuses.Canceled ?? "",
  };
}

/**
 * Lists checks, exclusions, partial unique indexes, and what triggers refuse by the name that they give it. What every table
 * refuses the application has a test of its own: rows-of-one-organization.db.test.ts.
 */
const ruleNames = `
  SELECT conname::text AS rule FROM pg_constraint
  WHERE contype IN ('c', 'x') AND connamespace = 'public'::regnamespace
  UNION
  SELECT relname::text FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
  WHERE indisunique AND indpred IS NOT NULL AND relnamespace = 'public'::regnamespace
  UNION
  SELECT CASE proname WHEN 'refuse' THEN tgname::text ELSE (regexp_match(prosrc, 'CONSTRAINT = ''(\\w+)'''))[1] END
  FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid JOIN pg_class ON pg_class.oid = tgrelid
  WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace AND prosrc LIKE '%RAISE%'
    AND proname <> 'refuse_another_organization'`;

const tried = Object.keys(
  attempts({
    organizationId: "",
    open: "",
    executed: "",
    invoice: "",
    subOrder: "",
    subOrderItem: "",
    canceledStatus: "",
  }),
);

test("every rule of the database is tried", async () => {
  const found = await client.query<{ rule: string }>(ruleNames);
  expect(found.rows.map(({ rule }) => rule).sort()).toEqual([...tried].sort());
});

describe("raw SQL cannot break", () => {
  test.each(tried)("%s", async (rule) => {
    for (const statements of Object.entries(attempts(rows)).find(([name]) => name === rule)?.[1] ?? []) {
      expect(await refusedBy(statements), statements).toBe(rule);
    }
  });
});

/** Returns the name of the rule that refuses these statements, as one transaction that is never kept. */
async function refusedBy(statements: string): Promise<string | undefined> {
  await client.query("BEGIN");
  try {
    const done = await client.query(`${statements}; SET CONSTRAINTS ALL IMMEDIATE`);
    const results = [done].flat();
    return `nothing refused it, and ${results.map(({ rowCount }) => rowCount).join(", ")} rows were written`;
  } catch (error) {
    return (error as pg.DatabaseError).constraint ?? String(error);
  } finally {
    await client.query("ROLLBACK");
  }
}
