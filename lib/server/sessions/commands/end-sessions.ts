import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { NotFound } from "../../kernel/errors";
import { record } from "../../kernel/record";
import { endSessionsElsewhere } from "../../people/elsewhere";
import { people } from "../../profile/person";
import { requireAllOf } from "../../roles/needed-for";
import { endSessionsOf } from "../../sign-in/session/sessions";
import { lockPerson } from "../../users/lock";

const Ended = z.object({ sessions: z.number().int() });

/** Ends every session of the person who asks, in all their organizations, but for the one in which they ask. */
export const endOtherSessions = command({
  name: "session.end-others",
  caller: people,
  input: z.strictObject({}),
  output: Ended,
  refusals: refusals(),
  async run({ tx, ctx, who: { userId } }) {
    const { personId, email: subject } = await lockPerson(tx, ctx, userId);
    const sessions = await endSessionsOf(tx, ctx, userId, { except: ctx.sessionId ?? null });
    await record(tx, ctx, [{ kind: "user.sessions_ended", subject, after: { sessions } }]);
    return ok({ sessions: sessions + (await endSessionsElsewhere(tx, ctx, personId)) });
  },
});

/** Ends every session of a user in this organization at once; they can sign in again. @throws NotFound */
export const endUserSessions = command({
  name: "user.end-sessions",
  caller: staff("user:save"),
  input: z.strictObject({ id: Id }),
  output: Ended,
  refusals: refusals(),
  async run({ tx, ctx }, { id }) {
    const user = await tx.user.findUnique({
      where: { organizationId_id: { organizationId: ctx.organizationId, id } },
      select: { email: true, role: true, roleId: true },
    });
    if (!user) throw new NotFound("user", id);
    await requireAllOf(tx, ctx, user);
    const except = id === ctx.actor.id ? (ctx.sessionId ?? null) : null;
    const sessions = await endSessionsOf(tx, ctx, id, { except });
    await record(tx, ctx, [{ kind: "user.sessions_ended", subject: user.email, after: { sessions } }]);
    return ok({ sessions });
  },
});
