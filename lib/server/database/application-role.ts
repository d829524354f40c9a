import pg from "pg";

/** Holds the addresses of one database for its two roles, including the passwords. */
export interface DatabaseUrls {
  /** Serves web and worker, whose role owns nothing. */
  url: string;
  /** Serves migrations, whose role owns the tables. It is the same address where nobody has set up two roles. */
  ownerUrl: string;
}

type Privilege = "SELECT" | "INSERT" | "UPDATE" | "DELETE";

const kept: readonly Privilege[] = ["SELECT", "INSERT"];
const readOnly: readonly Privilege[] = ["SELECT"];

/**
 * Lists the tables with which the application may do less than read, insert, update and delete. What is kept for good is never
 * changed, and what triggers or migrations write is read alone. See docs/domain.md, section 7, "Walls in the database".
 */
export const limitedTables: Readonly<Record<string, readonly Privilege[]>> = {
  _prisma_migrations: readOnly,
  event_clock: readOnly,
  order_search: readOnly,
  order_count_changes: readOnly,
  events: kept,
  event_seals: kept,
  order_status_versions: kept,
  invoice_lines: kept,
  credit_notes: kept,
  credit_note_lines: kept,
  invoices: [...kept, "UPDATE"],
  payments: [...kept, "UPDATE"],
  payment_allocations: [...kept, "UPDATE"],
  messages: [...kept, "UPDATE"],
  logos: [...kept, "DELETE"],
  identities: [...kept, "DELETE"],
};

/** Lists what the application may do with every other table, also with those of later versions. */
export const allPrivileges: readonly Privilege[] = [...kept, "UPDATE", "DELETE"];

/** Returns the name of the role that an address signs in as. */
export const roleOf = (databaseUrl: string) =>
  asked<string>(databaseUrl, "SELECT current_user::text AS answer");

/** Tells whether the role of the application could change the tables of the migrated database, as their owner can. */
export const ownsTables = (databaseUrl: string) =>
  asked<boolean>(
    databaseUrl,
    `SELECT (SELECT rolbypassrls FROM pg_roles WHERE rolname = current_user)
       OR EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public' AND pg_has_role(tableowner, 'MEMBER')) AS answer`,
  );

async function asked<Answer>(databaseUrl: string, query: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(query)).rows[0].answer;
  } finally {
    await client.end();
  }
}

/**
 * Grants the application's role what it needs in the migrated database, and no more. The tables of later migrations get their
 * grants by themselves, and those in `limitedTables` lose what is too much.
 */
export async function grantToApplication(owner: pg.Client, name: string): Promise<void> {
  const role = owner.escapeIdentifier(name);
  const { rows } = await owner.query<{ table: string }>(
    "SELECT tablename AS table FROM pg_tables WHERE schemaname = 'public' AND tablename = ANY($1)",
    [Object.keys(limitedTables)],
  );
  const limits = rows.flatMap(({ table }) => {
    const tooMuch = allPrivileges.filter((privilege) => !limitedTables[table]?.includes(privilege));
    return tooMuch.length > 0 ? [`REVOKE ${tooMuch.join(", ")} ON ${table} FROM ${role}`] : [];
  });
  const all = allPrivileges.join(", ");
  const schemas = ["public", "graphile_worker"].flatMap((schema) => [
    `GRANT USAGE ON SCHEMA ${schema} TO ${role}`,
    `REVOKE CREATE ON SCHEMA ${schema} FROM ${role}, PUBLIC`,
    `GRANT ${all} ON ALL TABLES IN SCHEMA ${schema} TO ${role}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT ${all} ON TABLES TO ${role}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT USAGE, SELECT ON SEQUENCES TO ${role}`,
  ]);
  // Temporary tables would hide others of the same name, and nothing of ours makes any.
  const { rows: databases } = await owner.query<{ name: string }>(
    "SELECT quote_ident(current_database()) AS name",
  );
  const temporary = databases.map(({ name }) => `REVOKE TEMPORARY ON DATABASE ${name} FROM ${role}, PUBLIC`);
  const queue = `REVOKE INSERT, UPDATE, DELETE ON graphile_worker.migrations FROM ${role}`;
  // Only the application may call the functions that act as the owner.
  const { rows: functions } = await owner.query<{ name: string }>(
    "SELECT oid::regprocedure::text AS name FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace",
  );
  const calls = functions.map(({ name }) => `GRANT EXECUTE ON FUNCTION ${name} TO ${role}`);
  await owner.query(["BEGIN", ...schemas, ...temporary, ...calls, queue, ...limits, "COMMIT"].join("; "));
  await openQueue(owner);
}

/** Opens the rows of the queue, whose tables have row-level security and no policy, so that their owner alone would see any. */
async function openQueue(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ table: string }>(
    `SELECT oid::regclass::text AS table FROM pg_class
     WHERE relnamespace = 'graphile_worker'::regnamespace AND relrowsecurity
       AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid)`,
  );
  for (const { table } of rows) await owner.query(`CREATE POLICY application ON ${table} USING (true)`);
}
