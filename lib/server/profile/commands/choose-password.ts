import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { Password } from "@/lib/schemas/users";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { voidLinks } from "../../links/links";
import { accept } from "../../people/accept";
import { endElsewhere } from "../../people/end-elsewhere";
import { letterToPerson } from "../../people/letter";
import { hashOfGood } from "../../sign-in/new-password";
import { endSessionsOf } from "../../sign-in/sessions";
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
  refusals: refusals("link_over", "too_many_tries", "password_common", "password_personal"),
  async prepare({ who, ctx }, { password }) {
    const limited = await limitedTry("chosen_password", who.userId, "password");
    return limited.ok ? hashOfGood(ctx, who.userId, password) : limited;
  },
  async run({ who, tx, ctx, prepared: passwordHash }) {
    const { id, personId, email } = await lockPerson(tx, ctx, who.userId);
    const link = await takeLink(tx, who, ["invitation", "password"]);
    if (!link.ok) return link;
    await accept(tx, ctx, { id, personId });
    await tx.person.update({ where: { id: personId }, data: { passwordHash } });
    await endElsewhere(tx, ctx, personId);
    await endSessionsOf(tx, ctx, id);
    await voidLinks(tx, ctx, id);
    const invited = link.value.purpose === "invitation";
    const kind = invited ? "user.invitation_accepted" : "user.password_reset";
    await record(tx, ctx, [{ kind, subject: email }]);
    if (!invited) await letterToPerson(tx, ctx, id, { type: "password_changed" });
    return ok({ email });
  },
});
