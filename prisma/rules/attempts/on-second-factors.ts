import { insert, type Rows, set } from "./statements";

/** Returns the same for second factors and the steps of a sign-in. */
export function attemptsOnSecondFactors({ organizationId }: Rows): Record<string, string[]> {
  const person = `(SELECT person_id FROM users WHERE organization_id = '${organizationId}' LIMIT 1)`;
  const hash = `'${"a".repeat(64)}'`;
  const app = (cells: Record<string, string>) =>
    insert("authenticator_apps", { person_id: person, secret: "'x'", created_at: "now()", ...cells });
  const code = (cells: Record<string, string> = {}) =>
    insert("recovery_codes", { person_id: person, hash, created_at: "now()", ...cells });
  const passkey = (cells: Record<string, string> = {}) =>
    insert("passkeys", {
      ...{ person_id: person, credential_id: "'one'", public_key: "'\\x00'", counter: "5" },
      ...{ name: "'Phone'", created_at: "now()", ...cells },
    });
  const step = (cells: Record<string, string>) =>
    insert("sign_in_steps", { hash, challenge: "'c'", ends_at: "now()", ...cells });
  const confirmed = { confirmed_at: "now()", last_step: "7" };
  return {
    recovery_codes_hash: [code({ hash: "'7K3M-0QXA-9T2B-HJ5V'" })],
    recovery_codes_stay_used: [
      `${code({ used_at: "now()" })}; ${set("recovery_codes", "used_at = NULL", `hash = ${hash}`)}`,
    ],
    authenticator_apps_confirmed: [
      app({ confirmed_at: "now()" }),
      app({ last_step: "7" }),
      app({ ...confirmed, secret: "NULL", pending_secret: "'y'" }),
      app({}),
    ],
    authenticator_apps_something: [app({ secret: "NULL" })],
    authenticator_apps_codes_count_once: [
      `${app(confirmed)}; ${set("authenticator_apps", "last_step = 7")}`,
      `${app(confirmed)}; ${set("authenticator_apps", "last_step = 6")}`,
    ],
    passkeys_name_trimmed: [passkey({ name: "' Phone'" })],
    passkeys_counter: [passkey({ counter: "-1" })],
    passkeys_count_up: [
      `${passkey()}; ${set("passkeys", "counter = 4")}`,
      `${passkey()}; ${set("passkeys", "public_key = '\\x01'")}`,
      `${passkey()}; ${set("passkeys", "person_id = gen_random_uuid()")}`,
    ],
    sign_in_steps_hash: [step({ purpose: "'passkey'", hash: "'token'" })],
    sign_in_steps_whose: [
      step({ purpose: "'passkey'", person_id: person }),
      step({ purpose: "'new_passkey'" }),
      step({ purpose: "'second_factor'", person_id: person }),
      step({ purpose: "'second_factor'", person_id: person, user_id: person }),
      step({ purpose: "'new_passkey'", person_id: person, user_id: person, session_version: "1" }),
    ],
  };
}
