import "server-only";
import { randomUUID } from "node:crypto";
import type { LinkPurpose } from "@/lib/domain/one-time-link";
import type { CreateUserInput } from "@/lib/schemas/users";
import { acceptByIdentity } from "../../own-identities/commands/accept-by-identity";
import { beginByLink } from "../../own-identities/commands/begin-by-link";
import { beginLinking } from "../../own-identities/commands/begin-linking";
import { linkIdentity } from "../../own-identities/commands/link-identity";
import type { PersonCtx } from "../../profile/person";
import { type TestOrganization, value } from "./basics";
import { held, makePerson } from "./people";

/** Creates people who sign in by an identity provider. */

export const issuer = "https://login.example";

/** Returns what the provider vouches for: an account that nobody else has, and a verified email if one is given. */
export function vouchedFor(verifiedEmail: string | null = null, subject: string = randomUUID()) {
  return { issuer, subject, verifiedEmail };
}

/** Links an account of a person, as their profile does. */
export async function linkTo(person: PersonCtx, current: string, { subject }: { subject: string }) {
  const { token } = value(await beginLinking(person, { current }));
  return linkIdentity(person, { token, issuer, subject });
}

/** Returns a person who has a password, and an account at the provider that signs them in. */
export async function makeLinked(here: TestOrganization, input: Partial<CreateUserInput> = {}) {
  const made = await makePerson(here, input);
  const vouched = vouchedFor(made.email);
  value(await linkTo(made.person, made.password, vouched));
  return { ...made, vouched };
}

/** Accepts an invitation by an account at the provider. */
export function acceptBy(secret: string, account: { subject: string }) {
  return acceptByLink("invitation", secret, account);
}

/** Uses a link by an account at the provider. */
export async function acceptByLink(purpose: LinkPurpose, secret: string, { subject }: { subject: string }) {
  const { token } = value(await beginByLink(await held(purpose, secret), {}));
  return acceptByIdentity(await held(purpose, secret), { token, issuer, subject });
}
