import "server-only";
import { Secret, TOTP } from "otpauth";
import { addPasskey } from "../../own-factors/commands/add-passkey";
import { beginApp } from "../../own-factors/commands/begin-app";
import { beginPasskey } from "../../own-factors/commands/begin-passkey";
import { confirmApp } from "../../own-factors/commands/confirm-app";
import type { PersonCtx } from "../../profile/person";
import { type TestOrganization, value } from "./basics";
import { makePerson } from "./people";
import { softwarePasskey } from "./software-passkey";

/** Creates people with second factors, by the commands that they use. */

/** Returns what an app with this secret shows at a time. */
export function codeOf(secret: string, now = new Date()): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });
}

/** Returns a person with an authenticator app, its secret, and their recovery codes. */
export async function makePersonWithApp(
  here: TestOrganization,
  input: Parameters<typeof makePerson>[1] = {},
) {
  const made = await makePerson(here, input);
  const { secret } = value(await beginApp(made.person, { current: made.password }));
  if (secret === null) throw new Error("The secret is answered once");
  // The first code is one of a while ago, so that the present one is still to come.
  const then = new Date(made.person.ctx.now.getTime() - 60_000);
  const past = { ...made.person, ctx: { ...made.person.ctx, now: then } };
  const { recoveryCodes } = value(await confirmApp(past, { code: codeOf(secret, then) }));
  return { ...made, secret, recoveryCodes: recoveryCodes ?? [] };
}

/** Returns a person with a passkey, and their recovery codes. */
export async function makePersonWithPasskey(
  here: TestOrganization,
  input: Parameters<typeof makePerson>[1] = {},
) {
  const made = await makePerson(here, input);
  return { ...made, ...(await addPasskeyTo(made.person, made.password)) };
}

/** Adds a passkey to a person, who types their password. */
export async function addPasskeyTo(person: PersonCtx, current: string) {
  const passkey = softwarePasskey();
  const { token, options } = value(await beginPasskey(person, { current }));
  const response = { ...passkey.make(String(options.challenge)) };
  const added = value(await addPasskey(person, { token: token ?? "", response, name: "Work laptop" }));
  return { passkey, passkeyId: added.id, recoveryCodes: added.recoveryCodes ?? [] };
}
