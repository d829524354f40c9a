import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { CurrentPassword, Password } from "@/lib/schemas/users";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { voidLinks } from "../../links/links";
import { endElsewhere, recordElsewhere } from "../../people/elsewhere";
import { letterToPerson } from "../../people/letter";
import { hashOfGood } from "../../sign-in/password/new-password";
import { endSessionsOf } from "../../sign-in/session/sessions";
import { lockPerson } from "../../users/lock";
import { requireCurrentPassword } from "../current-password";
import { people } from "../person";

/**
 * Changes the password of the person who is signed in, who knows the current one. It ends all their sessions but the one that
 * asks. See docs/domain.md, section 7, "Own profile".
 */
export const changePassword = command({
  name: "profile.change-password",
  caller: people,
  input: z.strictObject({ current: CurrentPassword, password: Password }),
  output: z.null(),
  refusals: refusals("password_wrong", "too_many_tries", "password_common", "password_personal"),
  async prepare({ who, ctx }, { current, password }) {
    const known = await requireCurrentPassword(who, current);
    if (!known.ok) return known;
    const hash = await hashOfGood(ctx, who.userId, password);
    return hash.ok ? ok({ known: known.value, passwordHash: hash.value }) : hash;
  },
  async run({ who, tx, ctx, prepared }) {
    const user = await lockPerson(tx, ctx, who.userId);
    // Somebody else has set a password since, by a link or in another session.
    if (user.passwordHash !== prepared.known) return refuse({ reason: "password_wrong", path: "current" });
    await tx.person.update({
      where: { id: user.personId },
      data: { passwordHash: prepared.passwordHash },
    });
    await endElsewhere(tx, ctx, user.personId);
    await endSessionsOf(tx, ctx, user.id, { except: ctx.sessionId ?? null });
    await voidLinks(tx, ctx, user.id);
    const changed = { kind: "user.password_changed", subject: user.email } as const;
    await record(tx, ctx, [changed]);
    await recordElsewhere(tx, ctx, user.personId, changed);
    await letterToPerson(tx, ctx, user.id, { type: "password_changed" });
    return ok(null);
  },
});
