import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { CurrentPassword } from "@/lib/schemas/users";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { requireCurrentPassword } from "../../profile/current-password";
import { peopleBeforeFactor } from "../../profile/person";
import { makeAppSecret, setupUri } from "../../second-factor/app-code";
import { seal } from "../../secrets/seal";
import { lockPerson } from "../../users/lock";

/**
 * Begins to set up an authenticator app, and answers what the app needs once. It counts from its first code on. See
 * docs/domain.md, section 7, "Second factor".
 */
export const beginApp = command({
  name: "second-factor.begin-app",
  caller: peopleBeforeFactor,
  input: z.strictObject({ current: CurrentPassword.optional() }),
  output: z.object({ secret: z.string().nullable(), setupUri: z.string().nullable() }),
  refusals: refusals("password_wrong", "too_many_tries", "app_there"),
  prepare: ({ who }, { current = "" }) => requireCurrentPassword(who, current, { orNone: true }),
  async run({ who, tx, ctx }) {
    const { personId, email } = await lockPerson(tx, ctx, who.userId);
    const there = await tx.authenticatorApp.count({ where: { personId, confirmedAt: { not: null } } });
    if (there > 0) return refuse({ reason: "app_there", path: "" });
    const secret = makeAppSecret();
    const kept = { secret: await seal(personId, "authenticator_app", secret), createdAt: ctx.now };
    await tx.authenticatorApp.upsert({ where: { personId }, create: { personId, ...kept }, update: kept });
    const { name } = await tx.organization.findUniqueOrThrow({
      where: { id: ctx.organizationId },
      select: { name: true },
    });
    return ok({ secret, setupUri: setupUri(secret, name, email) });
  },
});
