import { randomUUID } from "node:crypto";
import pg from "pg";

export interface ScratchDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database of its own on the server of that address, empty or a copy of a template; the role needs CREATEDB. */
export async function createScratchDatabase(
  serverUrl: string,
  options: { name?: string; template?: string } = {},
): Promise<ScratchDatabase> {
  const name = options.name ?? `scratch_${randomUUID()}`;
  await connected(serverUrl, (client) =>
    client.query(`CREATE DATABASE "${name}"${options.template ? ` TEMPLATE "${options.template}"` : ""}`),
  );
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => connected(serverUrl, (client) => dropDatabase(client, name)),
  };
}

/**
 * Drops a database with the connections that the role has to it. WITH (FORCE) would be refused while the server itself
 * cleans up in there, which a plain DROP ends.
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
