import "server-only";
import { nothing, query } from "../../kernel/definition/query";
import { sessionsOf } from "../../people/sessions";
import { people } from "../../profile/person";

export type SessionRow = {
  id: string;
  /** Names the organization in which the person is signed in. */
  organization: string;
  /** Is what the browser calls itself, such as "Chrome on Windows". */
  device: string;
  /** Is the network address of the last use. */
  address: string;
  /** Holds RFC 3339 times in UTC. */
  createdAt: string;
  lastUsedAt: string;
  /** Says that the person asks in this session. */
  current: boolean;
};

/** Bounds the list. Nobody signs in so often within the length of a session. */
const most = 200;

/** Lists the sessions of a person that count, of all their organizations, the one in which they ask first. See docs/domain.md, section 7, "Sessions". */
export const listOwnSessions = query({
  name: "session.list",
  caller: people,
  input: nothing,
  async run({ who: { userId }, ctx }): Promise<SessionRow[]> {
    const rows = await sessionsOf(ctx, userId, most);
    return rows
      .map(({ createdAt, lastUsedAt, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt.toISOString(),
        current: row.id === ctx.sessionId,
      }))
      .sort((one, other) => Number(other.current) - Number(one.current));
  },
});
