import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { migrate } from "@/lib/server/database/migrations";
import { createScratchDatabase, type ScratchDatabase } from "@/lib/server/database/scratch-database";

/** Until then the verified email was enough: prisma/migrations/20261127130100_identities. */

let database: ScratchDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createScratchDatabase(inject("database").server);
  await migrate(database.url, { before: "20261127130000_identity_kinds" });
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query("ALTER TABLE organizations DISABLE TRIGGER USER");
  const { rows } = await client.query(
    "INSERT INTO organizations (name, currency) VALUES ('Harbour', 'EUR') RETURNING id",
  );
  const organization = rows[0].id;
  const person = async (name: string, accepted: boolean, password: boolean, method?: string) => {
    const email = `${name}@harbour.example`;
    const made = await client.query(
      `INSERT INTO people (email, sent_email, password_hash, accepted_at)
       VALUES ($1, $1, CASE WHEN $2 THEN 'hash' END, CASE WHEN $3 THEN now() END) RETURNING id`,
      [email, password, accepted],
    );
    const user = await client.query(
      `INSERT INTO users (organization_id, person_id, email, sent_email, name, role, accepted_at)
       VALUES ($1, $2, $3, $3, $4, 'operator', CASE WHEN $5 THEN now() END) RETURNING id`,
      [organization, made.rows[0].id, email, name, accepted],
    );
    if (!method) return;
    await client.query(
      `INSERT INTO events (organization_id, at, kind, actor_type, actor_id, actor_name, subject, after)
       VALUES ($1, now(), 'user.signed_in', 'user', $2, $3, $4, $5)`,
      [organization, user.rows[0].id, name, email, { method }],
    );
  };
  await person("by-both", true, true, "single_sign_on");
  await person("by-provider", true, false);
  await person("by-password", true, true, "password");
  await person("never", true, true);
  await person("invited", false, false);
  await migrate(database.url);
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

test("the email binds those alone who signed in by a provider before, or had no other way", async () => {
  const { rows } = await client.query("SELECT email FROM people WHERE links_by_email ORDER BY email");
  expect(rows.map(({ email }) => email)).toEqual(["by-both@harbour.example", "by-provider@harbour.example"]);
});
