import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { type DatabaseUrls, grantToApplication, roleOf } from "./application-role";
import { migrateJobs } from "./migrate-jobs";
import { catalogOf } from "./schema-catalog";
import { withSchemaEngine } from "./schema-engine";
import { createScratchDatabase } from "./scratch-database";

const schemaFile = "prisma/schema.prisma";
const migrationsFolder = "prisma/migrations";
/** Names the lock that lets one of several starting machines apply migrations while the others wait. */
const migrationLock = 7_315_002;
const filters = { externalTables: [], externalEnums: [] };

/** Reports that the role may not migrate or grant, since the tables are not its own. */
export class NotOwner extends Error {
  override name = "NotOwner";
}

/**
 * Applies missing migrations here and in the job queue's tables as their owner, grants `application` what that role needs, and
 * returns the names of our applied ones. `before` names the first migration that a test leaves out. In a database that was
 * restored, positions of events go on behind the old ones: see docs/domain.md, section 10. @throws NotOwner
 */
export async function migrate(
  ownerUrl: string,
  { application, before }: { application?: string | undefined; before?: string } = {},
): Promise<string[]> {
  const names = migrationNames().filter((name) => before === undefined || name < before);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    const current = await isMigrated(client, names);
    if (!current || application !== undefined) await requireOwner(client);
    await migrateJobs(ownerUrl);
    const applied = current ? [] : await applyMigrations(ownerUrl, names);
    if (before === undefined) await client.query("SELECT move_event_clock()");
    if (application !== undefined) await grantToApplication(client, application);
    return applied;
  } finally {
    await client.end();
  }
}

/** Migrates as the owner, and grants the other role what the application needs. Returns the names of the applied migrations. */
export async function migrateAsOwner({ url, ownerUrl }: DatabaseUrls): Promise<string[]> {
  const application = await roleOf(url);
  const isApart = application !== (await roleOf(ownerUrl));
  return migrate(ownerUrl, { application: isApart ? application : undefined });
}

/** Refuses a role that could not migrate, before half of the queue's migrations are tried. @throws NotOwner */
async function requireOwner(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`
    SELECT current_user AS role, has_schema_privilege('public', 'CREATE') AND NOT EXISTS (
      SELECT FROM pg_class WHERE oid = to_regclass('public._prisma_migrations') AND NOT pg_has_role(relowner, 'USAGE')
    ) AS may`);
  if (rows[0].may) return;
  throw new NotOwner(
    `The role ${rows[0].role} may not migrate the database, because it does not own the tables. Set DATABASE_OWNER_URL to the address of the role that does.`,
  );
}

function applyMigrations(databaseUrl: string, names: string[]): Promise<string[]> {
  return withSchemaEngine(databaseUrl, datamodels(), async (engine) => {
    const done = await engine.applyMigrations({ migrationsList: migrationsList(names), filters });
    return done.appliedMigrationNames;
  });
}

/** Returns the names of the migrations in this version of the product, oldest first. */
export function migrationNames(): string[] {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function isMigrated(client: pg.Client, names: string[]): Promise<boolean> {
  // The table is not there yet, or not granted to this role.
  const table = await client.query(
    "SELECT has_table_privilege(to_regclass('_prisma_migrations'), 'SELECT') AS readable",
  );
  if (!table.rows[0].readable) return false;
  const { rows } = await client.query(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  const applied = new Set(rows.map((row) => row.name));
  return names.every((name) => applied.has(name));
}

/** Returns SQL that creates everything in schema.prisma in an empty database. */
export function schemaSql(databaseUrl: string): Promise<string> {
  return sqlToSchema(databaseUrl, { tag: "empty" });
}

/**
 * Returns SQL that leads from the migrations to schema.prisma, and tries the migrations in scratch databases on that server.
 */
export async function missingMigrationSql(databaseUrl: string): Promise<string> {
  const sql = await sqlToSchema(databaseUrl, { tag: "migrations", ...migrationsList() });
  const scratch = await createScratchDatabase(databaseUrl);
  try {
    await migrate(scratch.url);
    // Schema.prisma cannot describe these indexes, so it says nothing if they are missing from it.
    const { sqlOnlyIndexes } = await catalogOf(scratch.url);
    return sqlOnlyIndexes
      .reduce((rest, name) => rest.replace(`-- DropIndex\nDROP INDEX "${name}";\n`, ""), sql)
      .trim();
  } finally {
    await scratch.drop();
  }
}

type DiffTarget = import("@prisma/schema-engine-wasm").DiffTarget;

function sqlToSchema(databaseUrl: string, from: DiffTarget): Promise<string> {
  const [file, content] = datamodel();
  return withSchemaEngine(databaseUrl, datamodels(), async (engine) => {
    const to: DiffTarget = {
      tag: "schemaDatamodel",
      files: [{ path: file, content }],
    };
    const result = await engine.diff({
      from,
      to,
      script: true,
      exitCode: null,
      filters,
    });
    return result.stdout ?? "";
  });
}

const datamodel = (): [string, string] => [schemaFile, readFileSync(schemaFile, "utf8")];
const datamodels = () => [datamodel()];

function migrationsList(names = migrationNames()) {
  const read = (...parts: string[]) => readFileSync(path.join(migrationsFolder, ...parts), "utf8");
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: "migration_lock.toml",
      content: read("migration_lock.toml"),
    },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: read(name, "migration.sql") },
      },
    })),
  };
}
