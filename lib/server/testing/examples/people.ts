import "server-only";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { permissionsOfPerson } from "@/lib/domain/permissions";
import { unscoped } from "../../kernel/db";
import { hashOfLink } from "../../links/secret";
import { inviteeBy } from "../../profile/invitee";
import { personOf } from "../../profile/person";
import { makeAppSecret } from "../../second-factor/app-code";
import { seal } from "../../secrets/seal";
import { hashOf } from "../../sign-in/session/sessions";
import { showEmailLink } from "../../users/commands/show-email-link";
import { makeOrganization, makeUser, type TestOrganization, value } from "../factories/basics";
import { issuer, makeLinked } from "../factories/identities";
import { makeInvitation, personIdOf } from "../factories/memberships";
import { held, makeEmailChange, makeInvited, makePerson, secretOf, storedUser } from "../factories/people";
import { codeOf, makePersonWithApp } from "../factories/second-factors";
import { softwarePasskey } from "../factories/software-passkey";
import type { Json, Kinds } from "../hostile";

/** Holds who calls a command or query about themselves, and what they send. */
type PersonExample = {
  /** Returns a new person, or the holder of a new link. */
  who: (here: TestOrganization) => Promise<unknown>;
  /** Is missing for a query that takes nothing. */
  input?: Json | (() => Json);
  kinds?: Kinds;
};

/** Returns what an example sends, now. */
export function sentBy({ input }: PersonExample): Json | undefined {
  return typeof input === "function" ? (input as () => Json)() : input;
}

const sessionId = randomUUID();

/** Returns a new person who has a session by this id, beside the one in which they ask. */
async function personWithSessions(here: TestOrganization) {
  const { id: userId, name, email, role } = await makeUser(here);
  const { organizationId } = here;
  const now = new Date();
  await unscoped().session.deleteMany({ where: { id: sessionId } });
  const begin = (id: string) => ({
    ...{ organizationId, id, userId, sessionVersion: 1, device: "Firefox on Linux", address: "192.0.2.1" },
    ...{ tokenHash: hashOf(randomUUID()), createdAt: now, lastUsedAt: now },
  });
  const asking = randomUUID();
  await unscoped().session.createMany({ data: [begin(asking), begin(sessionId)] });
  const permissions = permissionsOfPerson({ role, defined: null, accountRole: "administrator" });
  const actor = { type: "user" as const, id: userId, name, role, permissions };
  const user = { id: userId, name, email, role, accountId: null };
  return personOf({
    ctx: { ...here.as.operator, now, actor, sessionId: asking },
    user,
    signedInWithFactor: true,
  });
}

/** Is what the app of `personWithBegunApp` shares with us. */
const appSecret = makeAppSecret();

/** Returns a person whose app waits for its first code. */
async function personWithBegunApp(here: TestOrganization) {
  const { id, person } = await makePerson(here);
  const { personId } = await storedUser(here, id);
  const secret = await seal(personId, "authenticator_app", appSecret);
  await unscoped().authenticatorApp.create({
    data: { personId, pendingSecret: secret, createdAt: new Date() },
  });
  return person;
}

const newPasskey = softwarePasskey();
const token = randomUUID();
const challenge = randomBytes(32).toString("base64url");
const { clientExtensionResults: _, ...madeAnswer } = newPasskey.make(challenge);

/** Returns a person whose browser is asked for a new passkey. */
async function personWithBegunPasskey(here: TestOrganization) {
  const { id, person } = await makePerson(here);
  const { personId } = await storedUser(here, id);
  const hash = createHash("sha256").update(token).digest("hex");
  await unscoped().passkey.deleteMany({ where: { credentialId: newPasskey.id } });
  await unscoped().signInStep.deleteMany({ where: { hash } });
  const endsAt = new Date(Date.now() + 60_000);
  await unscoped().signInStep.create({ data: { purpose: "new_passkey", personId, hash, challenge, endsAt } });
  return person;
}

const passkeyId = randomUUID();

/** Returns a person with an app, and a passkey by this id. */
async function personWithFactors(here: TestOrganization) {
  const { id, person } = await makePersonWithApp(here);
  const { personId } = await storedUser(here, id);
  await unscoped().passkey.deleteMany({ where: { id: passkeyId } });
  await unscoped().passkey.create({
    data: {
      ...{ id: passkeyId, personId, credentialId: randomUUID(), publicKey: randomBytes(77), counter: 0 },
      ...{ name: "Phone", createdAt: new Date() },
    },
  });
  return person;
}

/** Returns a new person who is invited to another organization, as the page of the link sees them. */
async function invitee(here: TestOrganization) {
  const user = await makeUser(await makeOrganization());
  const { secret } = await makeInvitation(here, user.email);
  return inviteeBy(await held("invitation", secret), {
    personId: await personIdOf(user),
    ctx: here.as.operator,
  });
}

const linking = { token: randomUUID(), issuer, subject: randomUUID() };

/** Returns a person whose browser comes back from the identity provider. */
async function personBack(here: TestOrganization) {
  const { id, person } = await makePerson(here);
  const { personId } = await storedUser(here, id);
  await keepLinking({ purpose: "new_identity", personId });
  return person;
}

/** Returns the holder of an invitation whose browser comes back from the identity provider. */
async function invitedBack(here: TestOrganization) {
  const { id, secret } = await makeInvited(here);
  const { personId } = await storedUser(here, id);
  await keepLinking({ purpose: "identity_by_link", personId, linkHash: hashOfLink(secret) });
  return held("invitation", secret);
}

type Linking = { personId: string } & (
  | { purpose: "new_identity" }
  | { purpose: "identity_by_link"; linkHash: string }
);

async function keepLinking(step: Linking) {
  const hash = createHash("sha256").update(linking.token).digest("hex");
  await unscoped().identity.deleteMany({ where: { issuer, subject: linking.subject } });
  await unscoped().signInStep.deleteMany({ where: { hash } });
  const endsAt = new Date(Date.now() + 60_000);
  await unscoped().signInStep.create({ data: { ...step, hash, challenge, endsAt } });
}

const person = async (here: TestOrganization) => (await makePerson(here)).person;
const current = "a password for tests";
const password = "seven umbrellas in the rain";

/** Lists what people send about themselves, signed in or by a link. */
export const peopleExamples: Record<string, PersonExample> = {
  getProfile: { who: person },
  changeName: { who: person, input: { name: "Ada Byron" }, kinds: { name: "words" } },
  changePassword: { who: person, input: { current, password }, kinds: { password: "password" } },
  changeEmail: { who: person, input: { email: "ada@new.example", current } },
  keepEmail: {
    who: async (here) => (await makeEmailChange(here)).person,
    input: {},
    kinds: { "": "nothingNeeded" },
  },
  choosePassword: {
    who: async (here) => held("invitation", (await makeInvited(here)).secret),
    input: { password },
    kinds: { password: "password" },
  },
  confirmEmail: {
    who: async (here) => {
      const { id } = await makeEmailChange(here);
      return held("email", secretOf(value(await showEmailLink(here.as.administrator, { id })).link));
    },
    input: {},
    kinds: { "": "nothingNeeded" },
  },
  getSecondFactor: { who: personWithFactors },
  beginApp: { who: person, input: { current } },
  confirmApp: { who: personWithBegunApp, input: () => ({ code: codeOf(appSecret) }) },
  removeApp: { who: personWithFactors, input: { current } },
  beginPasskey: { who: person, input: { current } },
  addPasskey: {
    who: personWithBegunPasskey,
    input: { token, response: madeAnswer as unknown as Json, name: "Phone" },
    kinds: { name: "words" },
  },
  removePasskey: { who: personWithFactors, input: { id: passkeyId, current } },
  makeRecoveryCodes: { who: personWithFactors, input: { current } },
  getIdentities: { who: async (here) => (await makeLinked(here)).person },
  beginLinking: { who: person, input: { current } },
  linkIdentity: { who: personBack, input: linking, kinds: { subject: "words" } },
  unlinkIdentity: {
    who: async (here) => (await makeLinked(here)).person,
    input: { issuer, current },
  },
  beginByLink: {
    who: async (here) => held("invitation", (await makeInvited(here)).secret),
    input: {},
    kinds: { "": "nothingNeeded" },
  },
  acceptByIdentity: { who: invitedBack, input: linking, kinds: { subject: "words" } },
  joinOrganization: { who: invitee, input: {}, kinds: { "": "nothingNeeded" } },
  declineInvitation: { who: invitee, input: {}, kinds: { "": "nothingNeeded" } },
  listOwnOrganizations: { who: person },
  listOwnSessions: { who: personWithSessions },
  endOwnSession: { who: personWithSessions, input: { id: sessionId } },
  endOtherSessions: { who: personWithSessions, input: {}, kinds: { "": "nothingNeeded" } },
};
