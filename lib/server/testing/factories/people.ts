import "server-only";
import type { LinkPurpose } from "@/lib/domain/one-time-link";
import { permissionsOfPerson } from "@/lib/domain/permissions";
import type { CreateUserInput } from "@/lib/schemas/users";
import type { Ctx } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { changeEmail } from "../../profile/commands/change-email";
import { choosePassword } from "../../profile/commands/choose-password";
import { holderOf, type LinkHolder } from "../../profile/holder";
import { type PersonCtx, personOf } from "../../profile/person";
import type { SignedInUser } from "../../sign-in/admit";
import type { signIn } from "../../sign-in/sign-in";
import { inviteUser } from "../../users/commands/invite-user";
import { sendLink } from "../../users/commands/send-link";
import { makeUser, type TestOrganization, value } from "./basics";

/** Creates people who sign in, and the links that they get. */

const unique = () => crypto.randomUUID().slice(0, 8);

/** Returns a user with the `PersonCtx` that their session makes. */
export async function makePerson(here: TestOrganization, input: Partial<CreateUserInput> = {}) {
  const user = await makeUser(here, input);
  return { ...user, person: await personNamed(here, user.id) };
}

/** Returns a stored user as they ask now. */
export async function personNamed(here: TestOrganization, id: string): Promise<PersonCtx> {
  const user = await read(here.as.administrator).user.findUniqueOrThrow({
    where: { organizationId_id: { organizationId: here.organizationId, id } },
    include: { definedRole: { select: { permissions: true } } },
  });
  const { name, role } = user;
  const permissions = permissionsOfPerson({
    role,
    accountRole: user.accountRole,
    defined: user.definedRole?.permissions ?? null,
  });
  const actor = { type: "user" as const, id, name, role, permissions };
  // Their codes count now, and not when the organization was made.
  const ctx: Ctx = { ...here.as.operator, actor, now: new Date() };
  return personOf({ ctx, user, signedInWithFactor: true });
}

/** Returns the stored row of a user, and the hash of the person's password. */
export async function storedUser(here: TestOrganization, id: string) {
  const { person, ...user } = await read(here.as.administrator).user.findUniqueOrThrow({
    where: { organizationId_id: { organizationId: here.organizationId, id } },
    include: { person: { select: { passwordHash: true } } },
  });
  return { ...user, passwordHash: person.passwordHash };
}

/** Returns whom a right password signs in at once. @throws if a second factor is wanted first */
export function signedIn(result: Awaited<ReturnType<typeof signIn>>): SignedInUser {
  const user = value(result);
  if ("waitsWith" in user) throw new Error("A second factor is wanted");
  return user;
}

/** Returns an invited person and the secret of their link. */
export async function makeInvited(here: TestOrganization) {
  const email = `${unique()}@people.example`;
  const input = { email, name: "Ida Invited", role: "operator", accountId: null, timeZone: null };
  const { id, link } = value(await inviteUser(here.as.administrator, input));
  return { id, email, secret: secretOf(link) };
}

/** Returns the secret of a new link that an administrator gives a person. */
export async function makeLink(here: TestOrganization, id: string): Promise<string> {
  return secretOf(value(await sendLink(here.as.administrator, { id })).link);
}

/** Returns a person who wants another email address. */
export async function makeEmailChange(here: TestOrganization, newEmail = `${unique()}@new.example`) {
  const user = await makePerson(here);
  value(await changeEmail(user.person, { email: newEmail, current: user.password }));
  return { ...user, newEmail };
}

/** Returns the holder of an open link. @throws if it is over */
export async function held(purpose: LinkPurpose, secret: string, now = new Date()): Promise<LinkHolder> {
  return value(await holderOf(purpose, secret, { now, locale: "en-GB" })).holder;
}

/** Returns the secret at the end of a link. */
export function secretOf(link: string | null): string {
  return link?.split("/").at(-1) ?? "";
}

/** Has a person choose another password by a link. */
export async function chooseAnother(organization: TestOrganization, userId: string): Promise<void> {
  const link = await held("password", await makeLink(organization, userId));
  value(await choosePassword(link, { password: "seven umbrellas in the rain" }));
}
