import "server-only";
import { config } from "../../kernel/config";
import { unscoped } from "../../kernel/db";
import { endOwnSession } from "../../sessions/commands/end-session";
import { endUserSessions } from "../../sessions/commands/end-sessions";
import { claimsOf, type SessionClaims } from "../../sign-in/session/session-token";
import { endSessionWith, findSession } from "../../sign-in/session/sessions";
import { deactivateUser } from "../../users/commands/set-active";
import { makeUser, type TestOrganization, value } from "./basics";
import { chooseAnother, personNamed, storedUser } from "./people";

/** Holds a person, the claims of their cookie, and the id of the session's row. */
export type SignedIn = { user: { id: string }; claims: SessionClaims; sessionId: string };

const seen = { device: "Chrome on Linux", address: "127.0.0.1" };

/** Creates a person, an administrator unless it says otherwise, and begins a session of theirs. */
export async function makeSignedIn(
  here: TestOrganization,
  input: Parameters<typeof makeUser>[1] = {},
): Promise<SignedIn> {
  const user = await makeUser(here, { role: "administrator", ...input });
  const { organizationId } = here;
  const claims = await claimsOf({ id: user.id, organizationId, sessionVersion: 1 }, seen);
  const session = await findSession(claims, new Date());
  if (!session) throw new Error("A new session counts");
  return { user, claims, sessionId: session.id };
}

type WayToEnd = (here: TestOrganization, signedIn: SignedIn) => Promise<void>;

/** Ends a session in each way in which somebody ends one. */
export const waysToEnd = {
  "was signed out": async (_, { claims }) => endSessionWith(claims, new Date()),
  "was ended by its person on another device": async (here, { user, sessionId }) => {
    value(await endOwnSession(await personNamed(here, user.id), { id: sessionId }));
  },
  "was ended by an administrator": async (here, { user: { id } }) => {
    value(await endUserSessions(here.as.administrator, { id }));
  },
  "belongs to somebody who was deactivated": async (here, { user: { id } }) => {
    const { version } = await storedUser(here, id);
    value(await deactivateUser(here.as.administrator, { id, version }));
  },
  "began with a password that was changed": (here, { user }) => chooseAnother(here, user.id),
} satisfies Record<string, WayToEnd>;

/** Ends a session by the time that passes between two requests. */
export const waysToRunOut = {
  "was not used for too long": (here, { sessionId }) => setBack(here, sessionId, "idle"),
  "began too long ago": (here, { sessionId }) => setBack(here, sessionId, "longest"),
} satisfies Record<string, WayToEnd>;

async function setBack({ organizationId }: TestOrganization, id: string, by: "idle" | "longest") {
  const before = new Date(Date.now() - config().sessions[by] * 1000);
  const data = by === "idle" ? { lastUsedAt: before } : { createdAt: before };
  await unscoped().session.updateMany({ where: { organizationId, id }, data });
}

/** Returns the caller of a command as they ask in this session. */
export function inSession<Who>(who: Who, { sessionId }: SignedIn): Who {
  const { ctx } = who as { ctx?: object };
  return (ctx ? { ...who, ctx: { ...ctx, sessionId } } : { ...who, sessionId }) as Who;
}
