import { randomUUID } from "node:crypto";
import pg from "pg";

export interface ScratchDatabase {
  url: string;
  drop(): Promise<void>;
}

/** Creates a database on the server of that address, empty or as a copy of a template. The role needs CREATEDB. */
export async function createScratchDatabase(
  serverUrl: string,
  options: { name?: string; template?: string } = {},
): Promise<ScratchDatabase> {
  const name = options.name ?? `scratch_${randomUUID()}`;
  await connected(serverUrl, (client) =>
    client.query(`CREATE DATABASE "${name}"${options.template ? ` TEMPLATE "${options.template}"` : ""}`),
  );
  return {
    url: onDatabase(serverUrl, name),
    drop: () => connected(serverUrl, (client) => dropDatabase(client, name)),
  };
}

/** Returns the address of another database on that server, for the same role. */
export function onDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/**
 * Drops a database and ends the role's connections to it. A plain DROP also ends the server's own clean-up there, for which
 * WITH (FORCE) would be refused.
 */
export async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = current_user",
    [name],
  );
  await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)}`);
}

async function connected(databaseUrl: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
