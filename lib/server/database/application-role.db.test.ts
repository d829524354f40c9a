import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { owner, ownerUrl } from "../testing/owner";
import { allPrivileges, limitedTables, ownsTables, roleOf } from "./application-role";
import { migrate, migrateAsOwner, NotOwner } from "./migrations";
import { createScratchDatabase, onDatabase } from "./scratch-database";

/** Tests what the application's role may do, by the catalogue, so that what later versions add is tested by itself. */

const applicationUrl = process.env.DATABASE_URL ?? "";
let client: pg.Client;
beforeAll(async () => {
  client = new pg.Client({ connectionString: applicationUrl });
  await client.connect();
});
afterAll(() => client.end());

const names = async (sql: string): Promise<string[]> =>
  (await client.query(sql)).rows.map(({ name }) => name);
const refusalOf = (sql: string): Promise<string> =>
  client.query(sql).then(
    () => "nothing",
    ({ code }) => code,
  );
const notAllowed = "42501";

const tables = () =>
  names("SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'");

test("it is no superuser, makes no roles or databases, and passes no row-level security", async () => {
  const { rows } = await client.query(
    `SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls FROM pg_roles WHERE rolname = current_user`,
  );
  expect(Object.values(rows[0])).toEqual([false, false, false, false, false]);
  expect(
    await names("SELECT roleid::regrole AS name FROM pg_auth_members WHERE member = current_user::regrole"),
  ).toEqual([]);
});

test("it owns nothing", async () => {
  expect(
    await names(`
      SELECT oid::regclass::text AS name FROM pg_class WHERE relowner = current_user::regrole
      UNION ALL SELECT oid::regprocedure::text FROM pg_proc WHERE proowner = current_user::regrole
      UNION ALL SELECT oid::regtype::text FROM pg_type WHERE typowner = current_user::regrole
      UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = current_user::regrole
      UNION ALL SELECT datname FROM pg_database WHERE datdba = current_user::regrole`),
  ).toEqual([]);
  expect(await ownsTables(applicationUrl)).toBe(false);
  expect(await ownsTables(ownerUrl())).toBe(true);
});

test("it may do with each table what the product does, and no more", async () => {
  const { rows } = await client.query<{ name: string; may: string[] }>(`
    SELECT relname AS name, (
      SELECT array_agg(privilege ORDER BY at)
      FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) WITH ORDINALITY AS p (privilege, at)
      WHERE has_table_privilege(oid, privilege)
    ) AS may
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')`);
  expect(Object.fromEntries(rows.map(({ name, may }) => [name, may]))).toEqual(
    Object.fromEntries(rows.map(({ name }) => [name, limitedTables[name] ?? allPrivileges])),
  );
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(limitedTables)));
});

test("a table whose rows a trigger keeps from every change is limited here, too", async () => {
  const kept = await names(`
    SELECT DISTINCT relname AS name FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE tgfoid = 'refuse'::regproc AND tgqual IS NULL AND (tgtype & 16 > 0 OR tgtype & 8 > 0) AND tgattr = ''`);
  expect(kept.filter((name) => !(name in limitedTables))).toEqual([]);
});

describe("it cannot change how the database is made", () => {
  test.each([
    ["to empty it", (table: string) => `TRUNCATE ${table} CASCADE`],
    ["to switch its triggers off", (table: string) => `ALTER TABLE ${table} DISABLE TRIGGER ALL`],
    ["to alter it", (table: string) => `ALTER TABLE ${table} ADD COLUMN extra int`],
    [
      "to switch its row-level security off",
      (table: string) => `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`,
    ],
    ["to drop it", (table: string) => `DROP TABLE ${table} CASCADE`],
    ["to give it away", (table: string) => `ALTER TABLE ${table} OWNER TO CURRENT_USER`],
    ["to make an index on it", (table: string) => `CREATE INDEX ON ${table} ((1))`],
    [
      "to make a trigger on it",
      (table: string) => `CREATE TRIGGER extra AFTER DELETE ON ${table} EXECUTE FUNCTION refuse()`,
    ],
  ])("by trying %s", async (_, statement) => {
    for (const table of await tables()) {
      expect(await refusalOf(statement(table)), table).toBe(notAllowed);
    }
  });

  test.each([
    "SET session_replication_role = replica",
    "CREATE TABLE extra (id int)",
    "CREATE SCHEMA extra",
    "CREATE FUNCTION extra() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE EXTENSION pgcrypto",
    "CREATE TABLE graphile_worker.extra (id int)",
    "CREATE ROLE extra",
    "CREATE DATABASE extra",
    "ALTER FUNCTION refuse() OWNER TO CURRENT_USER",
    "ALTER SEQUENCE events_id_seq RESTART",
    "DELETE FROM graphile_worker.migrations",
    "COPY events TO PROGRAM 'cat'",
    "SELECT pg_read_file('postgresql.conf')",
  ])("%s", async (statement) => {
    expect(await refusalOf(statement)).toBe(notAllowed);
  });
});

test("it uses every sequence and calls every function of ours", async () => {
  const lacking = await names(`
    SELECT oid::regclass::text AS name FROM pg_class
    WHERE CASE WHEN relkind = 'S' AND relnamespace = 'public'::regnamespace THEN NOT has_sequence_privilege(oid, 'USAGE') END
    UNION ALL
    SELECT oid::regprocedure::text FROM pg_proc
    WHERE pronamespace IN ('public'::regnamespace, 'graphile_worker'::regnamespace) AND NOT has_function_privilege(oid, 'EXECUTE')`);
  expect(lacking).toEqual([]);
});

test("what acts as the owner looks for its tables in one place only", async () => {
  expect(
    await names(`
      SELECT oid::regprocedure::text AS name FROM pg_proc
      WHERE prosecdef AND pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
        AND NOT coalesce(proconfig @> ARRAY['search_path=public, pg_temp'], false)`),
  ).toEqual([]);
});

test("nobody but the application calls what acts as the owner", async () => {
  expect(
    await names(`
      SELECT oid::regprocedure::text AS name FROM pg_proc
      WHERE prosecdef AND pronamespace = 'public'::regnamespace AND has_function_privilege(0, oid, 'EXECUTE')`),
  ).toEqual([]);
});

test("tables and sequences of later migrations get their grants by themselves", async () => {
  await owner().$executeRaw`CREATE TABLE later (id bigserial PRIMARY KEY)`;
  expect(await refusalOf("INSERT INTO later DEFAULT VALUES")).toBe("nothing");
  expect(await refusalOf("DELETE FROM later")).toBe("nothing");
  expect(await refusalOf("TRUNCATE later")).toBe(notAllowed);
  await owner().$executeRaw`DROP TABLE later`;
});

test("a database of one role gets the second one as soon as it is named", async () => {
  const { server, application } = inject("database");
  const scratch = await createScratchDatabase(server);
  const url = onDatabase(application, new URL(scratch.url).pathname.slice(1));
  try {
    await expect(migrate(url)).rejects.toThrow(NotOwner);
    await migrate(scratch.url);
    await expect(migrate(url, { application: "somebody" })).rejects.toThrow(NotOwner);
    const asApplication = new pg.Client({ connectionString: url });
    await asApplication.connect();
    await expect(asApplication.query("SELECT FROM orders")).rejects.toThrow("permission denied");
    expect(await roleOf(url)).not.toBe(await roleOf(scratch.url));
    expect(await migrateAsOwner({ url, ownerUrl: scratch.url })).toEqual([]);
    await asApplication.query("SELECT FROM orders");
    await expect(asApplication.query("CREATE TEMPORARY TABLE orders (id int)")).rejects.toThrow(
      "permission denied to create temporary tables",
    );
    await asApplication.end();
    // Where nothing is left to migrate, the application's role alone is enough to start.
    expect(await migrateAsOwner({ url, ownerUrl: url })).toEqual([]);
    // That also holds for a database that was restored, whose clock of events moves.
    const owning = new pg.Client({ connectionString: scratch.url });
    await owning.connect();
    await owning.query("UPDATE event_clock SET cluster = 'another'");
    await migrate(url);
    const { rows } = await owning.query("SELECT cluster FROM event_clock");
    expect(rows[0].cluster).not.toBe("another");
    await owning.end();
  } finally {
    await scratch.drop();
  }
});
