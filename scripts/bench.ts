import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startEmbeddedPostgres } from "../lib/server/database/embedded-postgres/start";
import { migrateAsOwner } from "../lib/server/database/migrations";
import { benchColors } from "./bench/colors";
import { print } from "./bench/report";
import { parts, runBenchmark } from "./bench/run";
import { benchTyping } from "./bench/typing";
import { fail, Refusal } from "./command-line/task";
import { buildIfStale } from "./start/prepare";

/**
 * `npm run bench -- --orders 1000000` measures the product against what its database can do, on a database of its own.
 */
try {
  const options = { orders: { type: "string", default: "100000" }, only: { type: "string" } } as const;
  const { values } = parseArgs({ options });
  const wanted = values.only === undefined ? parts : parts.filter((part) => values.only === part);
  if (wanted.length === 0) throw new Refusal(`--only takes one of ${parts.join(", ")}.`);
  const orders = Number(values.orders);
  if (!Number.isInteger(orders) || orders < 1000)
    throw new Refusal("--orders takes a whole number from 1000 on.");

  const dataDir = mkdtempSync(path.join(tmpdir(), "order-desk-bench-"));
  const database = await startEmbeddedPostgres(dataDir);
  const remove = async () => {
    await database.remove();
    rmSync(dataDir, { recursive: true, force: true });
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => remove().then(() => process.exit(1)));
  try {
    const SECRETS_KEY = randomBytes(32).toString("base64url");
    Object.assign(process.env, { DATABASE_URL: database.url, EMBEDDED_DATABASE: "true", SECRETS_KEY });
    // What is measured over HTTP is the built product.
    await buildIfStale();
    await migrateAsOwner(database);
    print(await runBenchmark(database, orders, wanted));
    if (wanted === parts) print([...(await benchColors(orders)), ...(await benchTyping(orders))]);
  } finally {
    await remove();
  }
} catch (error) {
  fail(error);
}
process.exit(0);
