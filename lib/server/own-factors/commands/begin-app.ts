import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { CurrentPassword } from "@/lib/schemas/users";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { requirePasswordOrRecent } from "../../profile/current-password";
import { peopleBeforeFactor } from "../../profile/person";
import { makeAppSecret, setupUri } from "../../second-factor/app-code";
import { seal } from "../../secrets/seal";
import { lockOwner } from "../lock";

/**
 * Begins to set up an authenticator app, and answers what the app needs once. From its first code on it counts, in place of an
 * earlier one. See
 * docs/domain.md, section 7, "Second factor".
 */
export const beginApp = command({
  name: "second-factor.begin-app",
  caller: peopleBeforeFactor,
  input: z.strictObject({ current: CurrentPassword.optional() }),
  output: z.object({ secret: z.string().nullable(), setupUri: z.string().nullable() }),
  refusals: refusals("sign_in_with_factor", "password_wrong", "sign_in_again", "too_many_tries"),
  prepare: ({ who }, { current = "" }) => requirePasswordOrRecent(who, current),
  async run({ who, tx, ctx }) {
    const owner = await lockOwner(tx, who);
    if (!owner.ok) return owner;
    const { personId, email } = owner.value.person;
    const secret = makeAppSecret();
    const pendingSecret = await seal(personId, "authenticator_app", secret);
    await tx.authenticatorApp.upsert({
      where: { personId },
      create: { personId, pendingSecret, createdAt: ctx.now },
      update: { pendingSecret },
    });
    const { name } = await tx.organization.findUniqueOrThrow({
      where: { id: ctx.organizationId },
      select: { name: true },
    });
    return ok({ secret, setupUri: setupUri(secret, name, email) });
  },
});
