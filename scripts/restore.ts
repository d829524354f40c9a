// `npm run restore -- --from FOLDER` restores the embedded database from a backup while the product is stopped. With
// `--replace yes` it replaces an existing database, which it keeps in a folder beside it.
import pg from "pg";
import { count } from "../lib/domain/format/count";
import { restore } from "../lib/server/database/embedded-postgres/restore";
import { startEmbeddedPostgres } from "../lib/server/database/embedded-postgres/start";
import { migrateAsOwner } from "../lib/server/database/migrations";
import { embeddedConfig } from "./command-line/embedded-config";
import { readOptions } from "./command-line/options";
import { fail } from "./command-line/task";

const counted = ["organization", "account", "order", "invoice", "payment", "event"];

try {
  const { dataDir } = embeddedConfig("Restore a database of your own with its own tools");
  const usage = "Usage: npm run restore -- --from FOLDER [--replace yes]";
  const { from, replace } = readOptions(usage, ["from"], ["replace"]);
  const kept = await restore(dataDir, from, { replace: replace === "yes", now: new Date() });
  if (kept) console.log(`The former database is in ${kept}. Delete it when you no longer need it.`);
  const database = await startEmbeddedPostgres(dataDir);
  try {
    const { length } = await migrateAsOwner(database);
    if (length > 0) console.log(`Applied ${count(length, "migration")}.`);
    console.log(`Restored ${await counts(database.ownerUrl)}.`);
  } finally {
    await database.stop();
  }
} catch (error) {
  fail(error);
}
process.exit(0);

/** Returns how many rows of each kind there are, such as "3 organizations, 41 accounts and 260 orders". */
async function counts(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = [];
    for (const kind of counted) {
      const { rows } = await client.query(`SELECT count(*)::int AS count FROM ${kind}s`);
      found.push(count(rows[0].count, kind));
    }
    return new Intl.ListFormat("en").format(found);
  } finally {
    await client.end();
  }
}
