import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql, unscoped } from "@/lib/server/kernel/db";
import { transaction } from "@/lib/server/kernel/transaction";
import { makeAccount, makeOrganization, type TestOrganization } from "@/lib/server/testing/factories/basics";
import { makeRole } from "@/lib/server/testing/factories/roles";
import { makeScene } from "@/lib/server/testing/scene";

/**
 * A transaction that names its organization writes rows of that one alone, whatever its statements say. See docs/domain.md,
 * section 7, "Walls in the database". The tables come from the catalogue, so that those of later versions are tested, too.
 */

type Table = { name: string; own: string; changeable: boolean };

let client: pg.Client;
let here: TestOrganization;
let there: TestOrganization;
let tables: Table[];
beforeAll(async () => {
  client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  here = await makeOrganization();
  there = (await makeScene(1)).here;
  const found = await client.query<Table>(`
    SELECT relname AS name, attname AS own, has_table_privilege(pg_class.oid, 'UPDATE') AS changeable
    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND NOT attisdropped
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      AND attname = CASE relname WHEN 'organizations' THEN 'id' ELSE 'organization_id' END`);
  tables = found.rows;
});
afterAll(() => client.end());

const wall = "another_organization";

/** Runs a statement in the name of `here` and takes it back. It tells what refused the statement, or how many rows it wrote. */
async function outcomeOf(statement: string): Promise<string | number | null> {
  await client.query("BEGIN");
  try {
    await client.query("SELECT set_config('order_desk.organization', $1, true)", [here.organizationId]);
    return (await client.query(statement)).rowCount;
  } catch (error) {
    const { code, constraint } = error as pg.DatabaseError;
    return constraint ?? code ?? String(error);
  } finally {
    await client.query("ROLLBACK");
  }
}

test("every table with an organization has the wall for what is added, changed and deleted", async () => {
  const { rows } = await client.query<{ name: string; walls: string[] }>(`
    SELECT relname AS name, array_agg(
      regexp_replace(pg_get_triggerdef(pg_trigger.oid), '^.* AFTER (\\w+) .* WHEN \\((.*)\\) EXECUTE .*$', '\\1 \\2') ORDER BY tgname
    ) AS walls
    FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE tgfoid = 'refuse_another_organization'::regproc AND tgenabled = 'O' GROUP BY 1`);
  const expected = tables.map(({ name, own }) => [
    name,
    [
      `INSERT (NOT may_write_rows_of(new.${own}))`,
      `UPDATE ((NOT may_write_rows_of(old.${own})) OR (NOT may_write_rows_of(new.${own})))`,
      `DELETE (NOT may_write_rows_of(old.${own}))`,
    ],
  ]);
  expect(Object.fromEntries(rows.map(({ name, walls }) => [name, walls]))).toEqual(
    Object.fromEntries(expected),
  );
});

test("only what belongs to people, to signing in and to the database has no organization", async () => {
  const { rows } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  const others = rows.map(({ name }) => name).filter((name) => !tables.some((table) => table.name === name));
  expect(new Set(others)).toEqual(
    new Set([
      ...["people", "identities", "authenticator_apps", "recovery_codes", "passkeys"],
      ...["sign_in_steps", "sign_in_tries", "ended_sessions", "rate_limits"],
      ...["event_clock", "_prisma_migrations"],
    ]),
  );
});

describe("rows of another organization", () => {
  test("are neither changed nor deleted, in any table that a company fills", async () => {
    const changes: Record<string, string | number | null> = {};
    for (const { name, own, changeable } of tables) {
      const theirs = `WHERE ${own} = '${there.organizationId}'`;
      if ((await client.query(`SELECT FROM ${name} ${theirs} LIMIT 1`)).rowCount === 0) continue;
      if (changeable) changes[name] = await outcomeOf(`UPDATE ${name} SET ${own} = ${own} ${theirs}`);
      // Another rule can come first, such as one that keeps every order.
      expect(await outcomeOf(`DELETE FROM ${name} ${theirs}`), name).toBeTypeOf("string");
    }
    const { payment_requests: request, ...others } = changes;
    expect(request).toBe("payment_requests_final");
    expect(Object.entries(others).filter(([, outcome]) => outcome !== wall)).toEqual([]);
    expect(Object.keys(others)).toEqual(
      expect.arrayContaining([
        "orders",
        "order_items",
        "accounts",
        "invoices",
        "payments",
        "users",
        "vendors",
      ]),
    );
  });

  test("are not added, and none becomes theirs", async () => {
    const { id } = await makeAccount(here);
    const copy = (account: string, organization: string) =>
      outcomeOf(`INSERT INTO accounts SELECT (jsonb_populate_record(accounts, jsonb_build_object(
        'organization_id', '${organization}', 'id', gen_random_uuid(), 'code', 'NEW'))).* FROM accounts WHERE id = '${account}'`);
    expect(await copy(id, there.organizationId)).toBe(wall);
    expect(await copy(id, here.organizationId)).toBe(1);
    // Foreign keys keep most rows where they are. Nobody has this role.
    const role = await makeRole(here);
    const given = `UPDATE roles SET organization_id = '${there.organizationId}' WHERE id = '${role.id}'`;
    expect(await outcomeOf(given)).toBe(wall);
  });

  test("stay as they are when a command forgets its condition, which is then taken back whole", async () => {
    const [mine, theirs] = [await makeAccount(here), await makeAccount(there)];
    const forgetful = transaction(here.as.operator, async (tx) => {
      await tx.account.update({
        where: { organizationId_id: { organizationId: here.organizationId, id: mine.id } },
        data: { city: "Berlin" },
      });
      return tx.$executeRaw(sql`UPDATE accounts SET city = 'Berlin' WHERE name = ${theirs.name}`);
    });
    await expect(forgetful).rejects.toThrow("a row of another organization than the transaction names");
    const stored = await unscoped().account.findMany({
      where: { id: { in: [mine.id, theirs.id] } },
      select: { city: true },
    });
    expect(stored).toEqual([{ city: null }, { city: null }]);
  });
});

test("the name ends with its transaction, so that the connection's next one writes its own rows", async () => {
  const [mine, theirs] = [await makeAccount(here), await makeAccount(there)];
  await client.query("BEGIN");
  await client.query("SELECT set_config('order_desk.organization', $1, true)", [here.organizationId]);
  await client.query("UPDATE accounts SET city = 'Berlin' WHERE id = $1", [mine.id]);
  await client.query("COMMIT");
  const next = await client.query("UPDATE accounts SET city = 'Bonn' WHERE id = ANY($1)", [
    [mine.id, theirs.id],
  ]);
  expect(next.rowCount).toBe(2);
});
