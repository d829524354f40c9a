// `npm run backup` copies the embedded database into a new folder below DATA_DIR/backups, or with `-- --to FOLDER` below that
// one, whether or not the product runs.
import path from "node:path";
import { backUp } from "../lib/server/database/embedded-postgres/backup";
import { runningDatabase, startEmbeddedPostgres } from "../lib/server/database/embedded-postgres/start";
import { embeddedConfig } from "./command-line/embedded-config";
import { readOptions } from "./command-line/options";
import { fail } from "./command-line/task";

try {
  const { dataDir } = embeddedConfig("A database of your own is backed up by its own tools");
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
      `${target} holds the database, ${Math.ceil(bytes / 1_000_000)} MB. Copy it to another machine.`,
    );
    console.log(
      `It does not hold ${path.join(dataDir, "secrets-key")}, without which passwords of vendors and the like cannot be read. Keep that apart from it.`,
    );
  } finally {
    await started?.stop();
  }
} catch (error) {
  fail(error);
}
process.exit(0);
