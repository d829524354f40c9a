import "server-only";
import { randomUUID } from "node:crypto";
import { unscoped } from "../../kernel/db";
import { personOf } from "../../profile/person";
import { hashOf } from "../../sign-in/sessions";
import { showEmailLink } from "../../users/commands/show-email-link";
import { makeUser, type TestOrganization, value } from "../factories/basics";
import { held, makeEmailChange, makeInvited, makePerson, secretOf } from "../factories/people";
import type { Json, Kinds } from "../hostile";

/** Holds who calls a command or query about themselves, and what they send. */
type PersonExample = {
  /** Returns a new person, or the holder of a new link. */
  who: (here: TestOrganization) => Promise<unknown>;
  /** Is missing for a query that takes nothing. */
  input?: Json;
  kinds?: Kinds;
};

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
  const actor = { type: "user" as const, id: userId, name, role };
  const user = { id: userId, name, email, role, accountId: null };
  return personOf({ ctx: { ...here.as.operator, now, actor, sessionId: asking }, user });
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
  listOwnSessions: { who: personWithSessions },
  endOwnSession: { who: personWithSessions, input: { id: sessionId } },
  endOtherSessions: { who: personWithSessions, input: {}, kinds: { "": "nothingNeeded" } },
};
