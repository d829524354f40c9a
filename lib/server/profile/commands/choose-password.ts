import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { Password } from "@/lib/schemas/users";
import { takesSingleSignOnOnly } from "../../identities/needed";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { voidLinks } from "../../links/links";
import { acceptWithPassword } from "../../people/accept";
import { endElsewhere, recordElsewhere } from "../../people/elsewhere";
import { proveByLink } from "../../people/email-proof";
import { letterToPerson } from "../../people/letter";
import { hashOfGood } from "../../sign-in/password/new-password";
import { endSessionsOf } from "../../sign-in/session/sessions";
import { isInvited } from "../../users/invited";
import { lockPerson } from "../../users/lock";
import { limitedTry } from "../current-password";
import { holders, takeLink } from "../holder";

/**
 * Sets the password that a person chose by the link of an invitation or of a forgotten password. Every session and every other
 * link of the person ends. See docs/domain.md, section 7, "One-time links".
 */
export const choosePassword = command({
  name: "profile.choose-password",
  caller: holders,
  input: z.strictObject({ password: Password }),
  output: z.object({ email: z.string() }),
  refusals: refusals(
    ...(["link_over", "too_many_tries", "password_common", "password_personal", "sign_in_to_join"] as const),
    "single_sign_on_only",
  ),
  async prepare({ who, ctx }, { password }) {
    const limited = await limitedTry("chosen_password", who.userId, "password");
    return limited.ok ? hashOfGood(ctx, who.userId, password) : limited;
  },
  async run({ who, tx, ctx, prepared: passwordHash }) {
    const user = await lockPerson(tx, ctx, who.userId);
    if (await takesSingleSignOnOnly(tx, ctx)) return refuse({ reason: "single_sign_on_only", path: "" });
    const { id, personId, email } = user;
    // A person with a password keeps it: the link of one organization must not open all of them.
    if (isInvited(user) && user.firstAcceptedAt !== null)
      return refuse({ reason: "sign_in_to_join", path: "" });
    const link = await takeLink(tx, who, ["invitation", "password"]);
    if (!link.ok) return link;
    const invited = link.value.purpose === "invitation";
    if (invited) await acceptWithPassword(tx, ctx, { id, personId, passwordHash });
    else await tx.person.update({ where: { id: personId }, data: { passwordHash } });
    await proveByLink(tx, ctx, { id, personId }, who.linkId);
    await endElsewhere(tx, ctx, personId);
    await endSessionsOf(tx, ctx, id);
    await voidLinks(tx, ctx, id);
    if (invited) {
      await record(tx, ctx, [{ kind: "user.invitation_accepted", subject: email }]);
      return ok({ email });
    }
    const reset = { kind: "user.password_reset", subject: email } as const;
    await record(tx, ctx, [reset]);
    await recordElsewhere(tx, ctx, personId, reset);
    await letterToPerson(tx, ctx, id, { type: "password_changed" });
    return ok({ email });
  },
});
