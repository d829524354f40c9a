import { decodeProtectedHeader } from "jose";
import pg from "pg";
import { type SecretsKeys, secretsKeys } from "./keys";
import { type SecretOf, seal, unsealed } from "./seal";

const owner = "organization_id";

/** Names every column that holds a secret, and whose it is. */
const places: readonly { table: string; column: string; owner: string; key: string; of: SecretOf }[] = [
  { table: "vendors", column: "secret", owner, key: "id", of: "vendor" },
  { table: "credit_checks", column: "secret", owner, key: "organization_id", of: "credit_check" },
  { table: "webhooks", column: "secret", owner, key: "id", of: "webhook" },
  { table: "webhooks", column: "previous_secret", owner, key: "id", of: "webhook" },
  {
    ...{ table: "authenticator_apps", column: "secret", owner: "person_id", key: "person_id" },
    of: "authenticator_app",
  },
  {
    ...{ table: "authenticator_apps", column: "pending_secret", owner: "person_id", key: "person_id" },
    of: "authenticator_app",
  },
];

export type Resealed = { sealed: number; unreadable: number };

type Kept = { owner: string; id: string; secret: string };

const batch = 500;

/**
 * Seals every secret with the first key of SECRETS_KEY that is not yet: those of before sealing, and those under a key that was
 * replaced. Returns how many it sealed, and how many nobody can
 * read any more. See docs/domain.md, section 7, "Secrets at rest".
 */
export async function resealSecrets(databaseUrl: string, keys = secretsKeys()): Promise<Resealed> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const all = { sealed: 0, unreadable: 0 };
    for (const place of places) await resealColumn(client, place, keys, all);
    return all;
  } finally {
    await client.end();
  }
}

async function resealColumn(
  client: pg.Client,
  { table, column, owner, key, of }: (typeof places)[number],
  keys: SecretsKeys,
  all: Resealed,
): Promise<void> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const { rows } = await client.query<Kept>(
      `SELECT ${owner} AS owner, ${key} AS id, ${column} AS secret FROM ${table}
       WHERE ${column} IS NOT NULL AND ${key} > $1 ORDER BY ${key} LIMIT ${batch}`,
      [after],
    );
    for (const { owner: whose, id, secret } of rows) {
      const sealedWith = keyIdOf(secret);
      if (sealedWith === keys.sealing.id) continue;
      const open = sealedWith ? await unsealed(whose, of, secret, keys) : secret;
      if (open === null) {
        all.unreadable++;
        continue;
      }
      // A person who replaced the secret meanwhile has sealed another one.
      const { rowCount } = await client.query(
        `UPDATE ${table} SET ${column} = $4 WHERE ${owner} = $1 AND ${key} = $2 AND ${column} = $3`,
        [whose, id, secret, await seal(whose, of, open, keys)],
      );
      all.sealed += rowCount ?? 0;
    }
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = last.id;
  }
}

/** Returns the id of the key that a secret is sealed with, or undefined for one of before sealing. */
function keyIdOf(secret: string): string | undefined {
  try {
    return decodeProtectedHeader(secret).kid;
  } catch {
    return undefined;
  }
}
