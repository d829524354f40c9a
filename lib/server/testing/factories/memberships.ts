import "server-only";
import type { Role } from "@/lib/domain/permissions";
import { unscoped } from "../../kernel/db";
import { joinOrganization } from "../../profile/commands/join";
import { inviteeBy } from "../../profile/invitee";
import { type PersonCtx, personOf } from "../../profile/person";
import { loadSession, type Session } from "../../sign-in/session/session";
import { claimsOf, type SessionClaims } from "../../sign-in/session/session-token";
import { inviteUser } from "../../users/commands/invite-user";
import { makeUser, type TestOrganization, value } from "./basics";
import { held, secretOf } from "./people";

/** Creates people who are users of several organizations. */

/** Invites an address, which somebody may have elsewhere, and returns the user and the secret of the link. */
export async function makeInvitation(there: TestOrganization, email: string, role: Role = "operator") {
  const input = { email, name: "Ida Invited", role, accountId: null, timeZone: null };
  const { id, link } = value(await inviteUser(there.as.administrator, input));
  return { id, email, secret: secretOf(link) };
}

/** Returns the person whom a user is. */
export async function personIdOf(user: { id: string }): Promise<string> {
  return (await unscoped().user.findFirstOrThrow({ where: { id: user.id } })).personId;
}

/** Returns somebody who is a user of both organizations, with the ids of their users there. */
export async function makeMember(here: TestOrganization, there: TestOrganization, role: Role = "operator") {
  const user = await makeUser(here);
  const invitation = await makeInvitation(there, user.email, role);
  const personId = await personIdOf(user);
  value(
    await joinOrganization(
      inviteeBy(await held("invitation", invitation.secret), { personId, ctx: here.as.operator }),
      {},
    ),
  );
  return { ...user, personId, there: invitation.id };
}

/** Begins a session of a user, and returns what its cookie claims. */
export async function beginFor(
  organization: TestOrganization,
  id: string,
  now = new Date(),
): Promise<SessionClaims> {
  const { organizationId } = organization;
  const { sessionVersion } = await unscoped().user.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id } },
  });
  return claimsOf(
    { id, organizationId, sessionVersion },
    { device: "Firefox on Linux", address: "192.0.2.9" },
    now,
  );
}

/** Returns the session of a cookie if it counts. */
export function sessionOf(claims: SessionClaims, now = new Date()): Promise<Session | null> {
  return loadSession(claims, { now, browserTimeZone: null, locale: "en-GB", usedFrom: null });
}

/** Returns the person of a session, as they ask in it. @throws if it does not count */
export async function personIn(claims: SessionClaims): Promise<PersonCtx> {
  const session = await sessionOf(claims);
  if (!session) throw new Error("The session does not count");
  return personOf(session);
}
