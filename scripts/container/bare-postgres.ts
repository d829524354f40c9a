import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findBinaries } from "../../lib/server/database/embedded-postgres/binaries";
import { initialise, spawnServer } from "../../lib/server/database/embedded-postgres/cluster";
import { locate, removeData } from "../../lib/server/database/embedded-postgres/location";
import { serverUser } from "../../lib/server/database/embedded-postgres/system-user";

export type BarePostgres = { port: number; superuser: pg.Client; remove(): Promise<void> };

/** Starts a PostgreSQL of its own that has a superuser and nothing else, as the image of PostgreSQL does. */
export async function startBarePostgres(): Promise<BarePostgres> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "order-desk-bare-"));
  const user = serverUser();
  const [binaries, location] = [findBinaries(user), locate(dataDir, user)];
  initialise(binaries, location, user, { password: "superuser", fsync: false });
  const { port, process } = await spawnServer(binaries, location, user, { fsync: false });
  const superuser = await connected(`postgresql://postgres:superuser@127.0.0.1:${port}/postgres`);
  return {
    port,
    superuser,
    remove: async () => {
      await superuser.end();
      process.kill("SIGINT");
      if (process.exitCode === null) await once(process, "exit");
      removeData(location);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Connects as soon as the server takes connections, which is a moment after its start. */
async function connected(connectionString: string): Promise<pg.Client> {
  for (;;) {
    const client = new pg.Client({ connectionString });
    try {
      await client.connect();
      return client;
    } catch (error) {
      const code = (error as { code?: string }).code;
      // 57P03 means that the server is starting.
      if (code !== "ECONNREFUSED" && code !== "57P03") throw error;
      await sleep(50);
    }
  }
}

/** Runs a file of psql as psql does, as far as ours use it: `\getenv`, variables as literals, and one statement after another. */
export async function runPsqlFile(
  client: pg.Client,
  text: string,
  env: Record<string, string>,
): Promise<void> {
  const variables: Record<string, string> = {};
  const sql = text
    .replace(/^--.*$/gm, "")
    .replace(/^\\getenv (\w+) (\w+)$/gm, (_, name: string, variable: string) => {
      variables[name] = env[variable] ?? "";
      return "";
    })
    .replace(/:'(\w+)'/g, (_, name: string) => pg.escapeLiteral(variables[name] ?? ""));
  for (const statement of sql.split(";")) if (statement.trim()) await client.query(statement);
}
