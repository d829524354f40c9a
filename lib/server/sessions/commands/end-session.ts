import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { NotFound } from "../../kernel/errors";
import { record } from "../../kernel/record";
import { endSessionElsewhere } from "../../people/elsewhere";
import { people } from "../../profile/person";
import { lockPerson } from "../../users/lock";
import { emailOf } from "../email-of";

const EndSessionInput = z.strictObject({ id: Id });

/** Ends one session of the person who asks, in any of their organizations. One that has ended already stays so. @throws NotFound */
export const endOwnSession = command({
  name: "session.end",
  caller: people,
  input: EndSessionInput,
  output: z.object({ id: Id }),
  refusals: refusals(),
  async run({ tx, ctx, who: { userId } }, { id }) {
    const { organizationId, now } = ctx;
    const [ended] = await tx.session.updateManyAndReturn({
      where: { organizationId, id, userId, endedAt: null },
      data: { endedAt: now },
      select: { device: true, address: true },
    });
    if (ended) {
      const subject = await emailOf(tx, ctx, userId);
      await record(tx, ctx, [{ kind: "user.session_ended", subject, after: ended }]);
      return ok({ id });
    }
    const known = await tx.session.count({ where: { organizationId, id, userId } });
    if (known > 0) return ok({ id });
    const { personId } = await lockPerson(tx, ctx, userId);
    if (!(await endSessionElsewhere(tx, ctx, personId, id))) throw new NotFound("session", id);
    return ok({ id });
  },
});
