// `npm run demo:reset` throws the embedded data away and fills in the demo again, after asking (or with `-- --yes`).
import { createInterface } from "node:readline/promises";
import { startEmbeddedPostgres } from "../lib/server/database/embedded-postgres/start";
import { migrateAsOwner } from "../lib/server/database/migrations";
import { readConfig } from "../lib/server/kernel/config";
import { fail, loadEnvironment, Refusal } from "./command-line/task";
import { seedOnce } from "./start/demo";
import { generateClient } from "./start/prepare";
import { secretsKeyOf } from "./start/secrets-key";

try {
  loadEnvironment();
  const config = readConfig(process.env);
  if (!config.embedded)
    throw new Refusal("There is a demo in the embedded database only; unset DATABASE_URL.");
  if (!(await agreed(config.dataDir))) throw new Refusal("Nothing was changed.");

  await generateClient();
  await (await startEmbeddedPostgres(config.dataDir)).remove();
  const database = await startEmbeddedPostgres(config.dataDir);
  try {
    await migrateAsOwner(database);
    const env = { DATABASE_URL: database.url, EMBEDDED_DATABASE: "true", SECRETS_KEY: secretsKeyOf(config) };
    await seedOnce(database, { ...process.env, ...env });
  } finally {
    await database.stop();
  }
  console.log("The demo is as new.");
} catch (error) {
  fail(error);
}

async function agreed(dataDir: string): Promise<boolean> {
  if (process.argv.includes("--yes")) return true;
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(
    `This deletes everything in the database of ${dataDir}. Type yes to go on: `,
  );
  prompt.close();
  return answer.trim().toLowerCase() === "yes";
}
