import { insert, type Rows, set } from "./statements";

/** Returns the same for one-time links and the messages that carry them. */
export function attemptsOnLinks(rows: Rows): Record<string, string[]> {
  const organization_id = `'${rows.organizationId}'`;
  const one = "'00000000-0000-4000-8000-000000000002'";
  const hash = `'${"a".repeat(64)}'`;
  const link = (cells: Record<string, string> = {}) =>
    insert("one_time_links", {
      organization_id,
      id: one,
      user_id: `(SELECT id FROM users WHERE organization_id = ${organization_id} LIMIT 1)`,
      purpose: "'password'",
      created_at: "now()",
      ...cells,
    });
  const open = { hash, ends_at: "now() + interval '1 day'" };
  const changed = (changes: string) => set("one_time_links", changes, `id = ${one}`);
  return {
    one_time_links_hash: [
      link({ ...open, hash: "'secret'" }),
      link({ ...open, hash: `'${"A".repeat(64)}'` }),
    ],
    one_time_links_day: [link({ hash }), link({ ends_at: "now()" })],
    one_time_links_email: [link({ email: "'a@example.com'" }), link({ purpose: "'email'" })],
    one_time_links_used: [
      link({ used_at: "now()" }),
      link({ ...open, used_at: "now()", voided_at: "now()" }),
      link({ ...open, used_at: "now() + interval '1 day'" }),
    ],
    one_time_links_one_open: [`${link()}; ${link({ id: "gen_random_uuid()" })}`],
    one_time_links_stay_over: [
      `${link({ ...open, used_at: "now()" })}; ${changed("used_at = NULL")}`,
      `${link({ voided_at: "now()" })}; ${changed("voided_at = NULL")}`,
      `${link({ voided_at: "now()" })}; ${changed(`hash = ${hash}, ends_at = now()`)}`,
    ],
    one_time_links_stay_whose: [
      `${link()}; ${changed("purpose = 'invitation'")}`,
      `${link({ purpose: "'email'", email: "'a@example.com'" })}; ${changed("email = 'b@example.com'")}`,
      `${link()}; ${changed("user_id = gen_random_uuid()")}`,
    ],
    people_keep_password: [
      `${link({ ...open, purpose: "'invitation'", used_at: "now()" })}; ${set(
        "people",
        "password_hash = 'x'",
        `id = (SELECT person_id FROM users JOIN one_time_links ON user_id = users.id WHERE one_time_links.id = ${one})`,
      )}`,
    ],
    messages_link: [
      `${link()}; INSERT INTO messages SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'link_id', ${one}))).*
        FROM messages AS t WHERE order_id IS NOT NULL AND organization_id = ${organization_id} LIMIT 1`,
    ],
  };
}
