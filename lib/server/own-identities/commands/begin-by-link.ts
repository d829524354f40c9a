import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { config } from "../../kernel/config";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { holders } from "../../profile/holder";
import { beginStep } from "../../second-factor/steps";
import { lockPerson } from "../../users/lock";

/**
 * Begins to use a link by an account at the identity provider, which `acceptByIdentity` completes. The provider does not get
 * the link: a step keeps its hash, and the browser the secret of the step. See docs/domain.md, section 7, "Single sign-on".
 */
export const beginByLink = command({
  name: "single-sign-on.begin-by-link",
  caller: holders,
  input: z.strictObject({}),
  output: z.object({ token: z.string().nullable() }),
  refusals: refusals("no_single_sign_on", "link_over"),
  async run({ who: { userId, linkId }, tx, ctx }) {
    if (!config().oidc) return refuse({ reason: "no_single_sign_on", path: "" });
    const { personId } = await lockPerson(tx, ctx, userId);
    const link = await tx.oneTimeLink.findFirst({
      where: { id: linkId, usedAt: null, voidedAt: null },
      select: { hash: true },
    });
    if (!link?.hash) return refuse({ reason: "link_over", state: "void", path: "" });
    const step = { purpose: "identity_by_link" as const, personId, linkHash: link.hash };
    const { token } = await beginStep(tx, step, ctx.now);
    return ok({ token });
  },
});
