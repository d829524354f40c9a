import "server-only";
import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/domain/permissions";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { type Ctx, organizationId } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import type { Caller } from "../kernel/definition/caller";
import { requireStillSignedIn } from "../kernel/definition/still-signed-in";
import { NotFound } from "../kernel/errors";
import { maySendMail } from "../messages/queries/messages";
import { invitationOf } from "../people/members";
import { isInvited } from "../users/invited";
import { type LockedPerson, lockPerson } from "../users/lock";
import { type LinkHolder, takeLink } from "./holder";

declare const inviteeBrand: unique symbol;

/**
 * Holds a person who is signed in, and whom another organization has invited. The context is that of the organization that
 * invites. See docs/domain.md, section 7, "Invitations".
 */
export type Invitee = {
  readonly ctx: Ctx;
  readonly userId: string;
  /** Names who is signed in, for whom the invitation has to be. */
  readonly personId: string;
  /** Names the session in which the person asks, which is one of another organization. */
  readonly session: AskingSession;
  /** Holds the invitation's link, if its page asks. */
  readonly holder: LinkHolder | null;
  readonly [inviteeBrand]: true;
};

type AskingSession = Pick<Ctx, "organizationId" | "sessionId">;
type Asking = { personId: string; ctx: AskingSession };

/** Allows a call to people who are signed in, about an invitation of theirs. */
export const invitees: Caller<Invitee> = { kind: "link", permissions: [], ctxOf: ({ ctx }) => ctx };

/** Returns the person of a session, who holds the link of an invitation. */
export function inviteeBy(holder: LinkHolder, { personId, ctx: session }: Asking): Invitee {
  return { ctx: holder.ctx, userId: holder.userId, personId, session, holder } as Invitee;
}

/**
 * Returns the person of a session as an organization invites them. Where no email is sent, only the link proves that the
 * invitation reached them. @throws NotFound if it does not invite them
 */
export async function inviteeOf(
  { personId, ctx: session }: Asking,
  organization: string,
  { now, locale }: Pick<Ctx, "now" | "locale">,
): Promise<Invitee> {
  const user = maySendMail() ? await invitationOf(personId, organization) : null;
  if (!user) throw new NotFound("invitation", organization);
  return {
    ctx: ctxOf(organization, user, { now, locale }),
    userId: user.id,
    personId,
    session,
    holder: null,
  } as Invitee;
}

function ctxOf(
  organization: string,
  { id, name, role }: { id: string; name: string; role: Role },
  { now, locale }: Pick<Ctx, "now" | "locale">,
): Ctx {
  return {
    organizationId: organizationId(organization),
    // An invitation allows what it is for, and nothing of what the person may do once they have accepted.
    actor: { type: "user", id, name, role, permissions: [] },
    ...{ now, timeZone: "UTC", locale, requestId: randomUUID() },
  };
}

/**
 * Locks whom an invitation is for, and uses its link up. It refuses one that is over, or is for somebody else. It asks for the
 * session before the work and not at its end, since joining may itself end the sessions of its person. @throws SessionEnded
 */
export async function takeInvitation(
  tx: Tx,
  { ctx, userId, personId, session, holder }: Invitee,
): Promise<Result<LockedPerson, Refused<"link_over" | "invitation_of_another">>> {
  const user = await lockPerson(tx, ctx, userId);
  await requireStillSignedIn(tx, session);
  if (user.personId !== personId) return refuse({ reason: "invitation_of_another", path: "" });
  if (!user.active) return refuse({ reason: "link_over", state: "void", path: "" });
  if (!isInvited(user)) return refuse({ reason: "link_over", state: "used", path: "" });
  const link = holder && (await takeLink(tx, holder, ["invitation"]));
  return link?.ok === false ? link : ok(user);
}
