import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { people } from "../person";

/** Takes a change of the own email address back that is not confirmed yet. */
export const keepEmail = command({
  name: "profile.keep-email",
  caller: people,
  input: z.strictObject({}),
  output: z.object({}),
  refusals: refusals(),
  async run({ who, tx, ctx }) {
    await tx.oneTimeLink.updateMany({
      where: {
        ...{ organizationId: ctx.organizationId, userId: who.userId, purpose: "email" },
        ...{ usedAt: null, voidedAt: null },
      },
      data: { voidedAt: ctx.now },
    });
    return ok({});
  },
});
