import { insert, type Rows, set } from "./statements";

/** Returns the same for accounts at identity providers. */
export function attemptsOnIdentities({ organizationId }: Rows): Record<string, string[]> {
  const user = `(SELECT id FROM users WHERE organization_id = '${organizationId}' LIMIT 1)`;
  const person = `(SELECT person_id FROM users WHERE organization_id = '${organizationId}' LIMIT 1)`;
  const newcomer = "'00000000-0000-4000-8000-000000000003'";
  const identity = (cells: Record<string, string> = {}) =>
    insert("identities", {
      ...{ issuer: "'https://login.example'", subject: "'4711'", person_id: person, created_at: "now()" },
      ...cells,
    });
  const usedInvitation = insert("one_time_links", {
    ...{ organization_id: `'${organizationId}'`, user_id: user, purpose: "'invitation'" },
    ...{ hash: `'${"b".repeat(64)}'`, created_at: "now()", ends_at: "now() + interval '1 day'" },
    used_at: "now()",
  });
  const step = (cells: Record<string, string>) =>
    insert("sign_in_steps", {
      ...{ hash: `'${"a".repeat(64)}'`, challenge: "'c'", ends_at: "now()", person_id: person },
      ...cells,
    });
  return {
    identities_not_empty: [identity({ issuer: "''" }), identity({ subject: "''" })],
    identities_stay: [
      `${identity()}; ${set("identities", "person_id = gen_random_uuid()")}`,
      `${identity()}; ${set("identities", "subject = '4712'")}`,
    ],
    identities_by_first_invitation: [
      `${usedInvitation}; ${identity()}`,
      `${identity()}; ${usedInvitation}`,
      `${insert("people", { id: newcomer, email: "'new@people.example'", sent_email: "'new@people.example'" })};
       ${identity({ person_id: newcomer })}`,
    ],
    people_link_by_email_no_more: [set("people", "links_by_email = true")],
    sign_in_steps_link: [
      step({ purpose: "'identity_by_link'" }),
      step({ purpose: "'new_identity'", link_hash: `'${"c".repeat(64)}'` }),
      step({ purpose: "'identity_by_link'", link_hash: "'secret'" }),
    ],
  };
}
