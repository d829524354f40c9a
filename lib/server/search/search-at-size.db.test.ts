import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listAccounts } from "../accounts/queries/accounts";
import { listAuditLog } from "../audit-log/queries/list-audit-log";
import { listInvoices } from "../billing/queries/invoices";
import { statementName } from "../kernel/statement-names";
import { listMessages } from "../messages/queries/messages";
import { listOrders } from "../orders/queries/list-orders";
import { accountOptions, productOptions } from "../orders/queries/options";
import { listProducts } from "../products/queries/products";
import type { CustomerCtx } from "../storefront/customer";
import { listCatalogue } from "../storefront/shop/queries/catalogue";
import { listSubscriptions } from "../subscriptions/queries/subscriptions";
import { makeOrganization, type TestOrganization } from "../testing/factories/basics";
import { makeCustomer } from "../testing/factories/customers";
import { insertManyRows } from "../testing/factories/many-rows";
import { ownerUrl } from "../testing/owner";
import { type SentStatement, statementsSentBy } from "../testing/sent-statements";
import { listUsers } from "../users/queries/users";
import { searchEverything } from "./queries/search-everything";

const many = 100_000;
/** Limits how many rows a statement may read in one way: a page and what `listWith` looks up, never a whole table. */
const most = 2_500;

let here: TestOrganization;
let customer: CustomerCtx;
let client: pg.Client;
beforeAll(async () => {
  here = await makeOrganization();
  customer = await makeCustomer(here);
  client = new pg.Client({ connectionString: ownerUrl() });
  await client.connect();
  await insertManyRows(client, here.organizationId, many);
});
afterAll(() => client.end());

type Search = {
  run: (q: string) => Promise<unknown>;
  /** Holds the word in the names of what is searched. */
  word: string;
  /** Holds a letter that begins a word of each, by default that of the word in the names. */
  letter?: string;
  indexes: string[];
};

const searches: Record<string, Search> = {
  "the order list": {
    run: (q) => listOrders(here.as.operator, { q }),
    ...{ word: "order", indexes: ["order_search_words"] },
  },
  "the account list": {
    run: (q) => listAccounts(here.as.operator, { q }),
    ...{ word: "customer", indexes: ["accounts_search"] },
  },
  "the account picker": {
    run: (q) => accountOptions(here.as.operator, { q }),
    ...{ word: "customer", indexes: ["accounts_search"] },
  },
  "the product list": {
    run: (q) => listProducts(here.as.operator, { q }),
    ...{ word: "service", indexes: ["products_search"] },
  },
  "the product picker": {
    run: (q) => productOptions(here.as.operator, { q }),
    ...{ word: "service", indexes: ["products_search"] },
  },
  "the catalogue": {
    run: (q) => listCatalogue(customer, { q }),
    ...{ word: "service", indexes: ["products_catalogue_search"] },
  },
  "the subscription list": {
    run: (q) => listSubscriptions(here.as.operator, { q }),
    ...{ word: "service", indexes: ["subscriptions_search", "accounts_search", "products_search"] },
  },
  "the invoice list": {
    run: (q) => listInvoices(here.as.operator, { q }),
    ...{ word: "invoice", indexes: ["invoices_search", "accounts_search"] },
  },
  "the outbox": {
    run: (q) => listMessages(here.as.operator, { q }),
    ...{ word: "customer", indexes: ["messages_search"] },
  },
  "the user list": {
    run: (q) => listUsers(here.as.administrator, { q }),
    ...{ word: "person", indexes: ["users_search", "accounts_search"] },
  },
  "the audit log": {
    run: (q) => listAuditLog(here.as.administrator, { q }),
    ...{ word: "person", indexes: ["audit_log_search"] },
  },
  "the search over everything": {
    run: (q) => searchEverything(here.as.administrator, q),
    ...{
      word: "person",
      letter: "u",
      indexes: ["order_search_words", "accounts_search", "products_search", "users_search"],
    },
  },
};

describe.each(Object.entries(searches))("%s", (_, { run, word, letter = word.slice(0, 1), indexes }) => {
  /** Holds six letters from the middle of a single name. */
  const rare = createHash("md5").update(`${word}17123`).digest("hex").slice(4, 10);

  test("finds a rare word by the index of words", async () => {
    const used = (await scansOf(await searchStatements(() => run(rare)))).map(({ index }) => index);
    expect(used).toEqual(expect.arrayContaining(indexes));
  });

  test.each([
    ["a rare word", rare],
    ["a common and a rare word", `${word} 17123`],
    ["a word that all have", word],
    ["the first letter of all", letter],
    ["a number", "17123"],
    ["a word that nothing has", "qxqxqx"],
    ["a word that all accounts have", "customer"],
    ["a word that all accounts have, and a rare word", `customer ${rare}`],
    ["words that all accounts and all products have, and a rare word", `service customer ${rare}`],
  ])("reads few rows for %s", async (_what, q) => {
    const scans = await scansOf(await searchStatements(() => run(q)));
    expect(scans.filter(({ rows }) => rows > most)).toEqual([]);
  });
});

async function searchStatements(run: () => Promise<unknown>): Promise<SentStatement[]> {
  return (await statementsSentBy(run)).filter(({ text }) => /search_form|order_search/.test(text));
}

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Node[];
};
type Scan = { scan: string; index: string; rows: number };

/** Returns how many rows each access path reads, planned as for the product's connections: prepared and run often. */
async function scansOf(statements: readonly SentStatement[]): Promise<Scan[]> {
  const scans: Scan[] = [];
  for (const { text, values } of statements) {
    const given = values.map(literal).join(", ");
    await client.query(
      `SET plan_cache_mode = ${statementName({ sql: text }) ? "auto" : "force_custom_plan"}`,
    );
    await client.query(`PREPARE searched AS ${text}`);
    for (let run = 1; run <= 6; run++) {
      const { rows } = await client.query(
        `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) EXECUTE searched${given && `(${given})`}`,
      );
      if (run === 6)
        scans.push(...scansBelow(rows[0]["QUERY PLAN"][0].Plan).map((scan) => readBy(text, scan)));
    }
    await client.query("DEALLOCATE searched");
  }
  return scans;
}

/**
 * Counts no rows where a scan reads only index entries, as the lookup of names may do to tell whether many names have a
 * word.
 */
function readBy(statement: string, scan: Scan): Scan {
  const entries = statement.includes("array_agg(id)") && scan.scan.startsWith("Bitmap Index Scan");
  return entries ? { ...scan, rows: 0 } : scan;
}

function scansBelow(node: Node): Scan[] {
  const below = (node.Plans ?? []).flatMap(scansBelow);
  const { "Relation Name": table = "", "Index Name": index = "" } = node;
  if (!table && !index) return below;
  const removed = (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0);
  const rows = (node["Actual Rows"] + removed) * node["Actual Loops"];
  return [{ scan: `${node["Node Type"]} ${table}`, index, rows }, ...below];
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  return pg.escapeLiteral(Array.isArray(value) ? `{${value.join(",")}}` : String(value));
}
