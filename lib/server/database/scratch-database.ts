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
  await execute(
    serverUrl,
    `CREATE DATABASE "${name}"${options.template ? ` TEMPLATE "${options.template}"` : ""}`,
  );
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => execute(serverUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  };
}

async function execute(databaseUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
