import "server-only";
import { randomUUID } from "node:crypto";
import { unscoped } from "../../kernel/db";
import { personOf } from "../../profile/person";
import { hashOf } from "../../sign-in/sessions";
import { makeUser, type TestOrganization } from "../factories/basics";
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

/** Lists what people send about themselves, signed in or by a link. */
export const peopleExamples: Record<string, PersonExample> = {
  listOwnSessions: { who: personWithSessions },
  endOwnSession: { who: personWithSessions, input: { id: sessionId } },
  endOtherSessions: { who: personWithSessions, input: {} },
};
