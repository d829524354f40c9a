import pg from "pg";
import type { DatabaseUrls } from "../../lib/server/database/application-role";
import { migrateAsOwner } from "../../lib/server/database/migrations";
import { dropDatabase } from "../../lib/server/database/scratch-database";
import { run } from "./prepare";

/**
 * Fills the embedded database with the demo, once. A comment on the database itself says how far it got, so that it
 * goes with the data, and an interrupted demo begins again in a fresh database.
 */
export async function seedOnce(database: DatabaseUrls, env: NodeJS.ProcessEnv): Promise<void> {
  const { ownerUrl } = database;
  const progress = await onDatabase(ownerUrl, readProgress);
  if (progress === "demo: complete") return;
  if (progress === "demo: begun") {
    await recreate(ownerUrl);
    await migrateAsOwner(database);
  }

  console.log("Filling in the demo …");
  await onDatabase(ownerUrl, (client) => writeProgress(client, "demo: begun"));
  await run(["--import", "tsx", "--conditions=react-server", "scripts/seed.ts"], {
    ...env,
    DATABASE_OWNER_URL: ownerUrl,
  });
  await onDatabase(ownerUrl, (client) => writeProgress(client, "demo: complete"));
}

type Progress = "demo: begun" | "demo: complete";

async function readProgress(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query(
    "SELECT shobj_description(oid, 'pg_database') AS progress FROM pg_database WHERE datname = current_database()",
  );
  return rows[0].progress;
}

async function writeProgress(client: pg.Client, progress: Progress) {
  const name = client.escapeIdentifier(client.database ?? "");
  await client.query(`COMMENT ON DATABASE ${name} IS ${client.escapeLiteral(progress)}`);
}

async function recreate(ownerUrl: string) {
  const elsewhere = new URL(ownerUrl);
  const name = elsewhere.pathname.slice(1);
  elsewhere.pathname = "/postgres";
  await onDatabase(elsewhere.href, async (client) => {
    await dropDatabase(client, name);
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}

async function onDatabase<T>(databaseUrl: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
