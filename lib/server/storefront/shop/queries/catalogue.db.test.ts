import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { sql } from "../../../kernel/db";
import { perhapsMeant, searched } from "../../../search/found-by";
import { makeOrganization, makeProduct, type TestOrganization } from "../../../testing/factories/basics";
import { makeCustomer } from "../../../testing/factories/customers";
import type { CustomerCtx } from "../../customer";
import { listCatalogue } from "./catalogue";

let here: TestOrganization;
let customer: CustomerCtx;
beforeAll(async () => {
  here = await makeOrganization();
  customer = await makeCustomer(here);
  for (const name of ["Domain Registration", "Wildcard Certificate", "Managed Kubernetes", "Café Backup"])
    await makeProduct(here, { name });
  await makeProduct(await makeOrganization(), { name: "Domain of Another" });
});

const names = async (q: string) => {
  const { rows, similar } = await listCatalogue(customer, { q });
  return [similar ? "similar" : "exact", ...rows.map(({ name }) => name)];
};

describe("the catalogue's search", () => {
  test.each([
    ["registration domain", ["exact", "Domain Registration"]],
    ["domian", ["similar", "Domain Registration"]],
    ["regstration domian", ["similar", "Domain Registration"]],
    ["cerificat", ["similar", "Wildcard Certificate"]],
    ["kuberntes manged", ["similar", "Managed Kubernetes"]],
    ["cafe bakcup", ["similar", "Café Backup"]],
    ["xyzzy", ["exact"]],
    ["%", ["exact"]],
  ])("%j finds %j", async (q, found) => {
    expect(await names(q)).toEqual(found);
  });

  test("goes by the same index for what was mistyped", async () => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL ?? "" });
    await client.connect();
    try {
      // PostgreSQL would otherwise read so few products without the index.
      await client.query("SET enable_seqscan = off");
      const { text, values } = sql`
        EXPLAIN (COSTS OFF) SELECT id FROM products WHERE ${perhapsMeant("kuberntes manged", searched.catalogue)}`;
      const { rows } = await client.query({ text, values, rowMode: "array" });
      expect(rows.flat().join("\n")).toContain("products_catalogue_search");
    } finally {
      await client.end();
    }
  });

  test("pages through similar products as through others", async () => {
    for (let i = 0; i < 3; i++) await makeProduct(here, { name: `Firewall ${i}` });
    const first = await listCatalogue(customer, { q: "firewal x", limit: 2 });
    expect(first.rows).toEqual([]);
    const page = await listCatalogue(customer, { q: "firewlal", limit: 2 });
    const rest = await listCatalogue(customer, { q: "firewlal", limit: 2, cursor: page.next ?? "" });
    expect([page, rest].flatMap(({ rows }) => rows.map(({ name }) => name))).toEqual([
      "Firewall 0",
      "Firewall 1",
      "Firewall 2",
    ]);
    expect([page.similar, rest.similar]).toEqual([true, true]);
  });
});
