import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { NotFound } from "../../kernel/errors";
import { record } from "../../kernel/record";

/** Signs a person out everywhere. They can sign in again with their password. @throws NotFound */
export const endSessions = command({
  name: "user.end-sessions",
  caller: staff("user:save"),
  input: z.strictObject({ id: Id }),
  output: z.object({ id: Id }),
  refusals: refusals(),
  async run({ tx, ctx }, { id }) {
    const [user] = await tx.user.updateManyAndReturn({
      where: { organizationId: ctx.organizationId, id },
      data: { sessionVersion: { increment: 1 } },
      select: { email: true },
    });
    if (!user) throw new NotFound("user", id);
    await record(tx, ctx, [{ kind: "user.sessions_ended", subject: user.email }]);
    return ok({ id });
  },
});
