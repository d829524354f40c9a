// `npm run backup` copies the embedded database into a new folder in DATA_DIR/backups, or with `-- --to FOLDER` in that one.
// The product can be running or stopped.
import path from "node:path";
import { backUp } from "../lib/server/database/embedded-postgres/backup";
import { runningDatabase, startEmbeddedPostgres } from "../lib/server/database/embedded-postgres/start";
import { embeddedConfig } from "./command-line/embedded-config";
import { readOptions } from "./command-line/options";
import { fail } from "./command-line/task";

try {
  const { dataDir, secretsKeys } = embeddedConfig("Back up a database of your own with its own tools");
  const { to = path.join(dataDir, "backups") } = readOptions(
    "Usage: npm run backup -- [--to FOLDER]",
    [],
    ["to"],
  );
  const now = new Date();
  const target = path.resolve(to, `order-desk-${now.toISOString().slice(0, 19).replaceAll(":", "-")}Z`);
  const started = runningDatabase(dataDir) ? undefined : await startEmbeddedPostgres(dataDir);
  try {
    const { files } = await backUp(dataDir, target, now);
    const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
    console.log(
      `Saved the database to ${target}, ${Math.ceil(bytes / 1_000_000)} MB. Copy it to another machine.`,
    );
    const key = secretsKeys.length > 0 ? "SECRETS_KEY" : path.join(dataDir, "secrets-key");
    console.log(
      `The backup does not contain ${key}. Keep a copy of it elsewhere, or nobody can read passwords of vendors and other sealed secrets.`,
    );
  } finally {
    await started?.stop();
  }
} catch (error) {
  fail(error);
}
process.exit(0);
