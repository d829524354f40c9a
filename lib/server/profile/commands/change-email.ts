import "server-only";
import { z } from "zod";
import { sentAddress } from "@/lib/domain/values/email";
import { ok, refuse } from "@/lib/domain/values/result";
import { Email } from "@/lib/schemas/fields";
import { CurrentPassword } from "@/lib/schemas/users";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { openLink } from "../../links/links";
import { maySendMail } from "../../messages/queries/messages";
import { letterToPerson } from "../../people/letter";
import { lockPerson } from "../../users/lock";
import { limitedTry, requirePasswordOrRecent } from "../current-password";
import { people } from "../person";

/**
 * Asks for another email address of the person who is signed in. A link to the new address confirms it, the old one gets a
 * notice, and signs in until then. Whether somebody else has the address, only its reader learns. Without a mail server an
 * administrator passes the link on. See docs/domain.md, section 7, "Own profile".
 */
export const changeEmail = command({
  name: "profile.change-email",
  caller: people,
  input: z.strictObject({ email: Email, current: CurrentPassword.optional() }),
  output: z.object({ sent: z.boolean() }),
  refusals: refusals("password_wrong", "sign_in_again", "too_many_tries", "same_email"),
  async prepare({ who }, { current = "" }) {
    const known = await requirePasswordOrRecent(who, current);
    if (!known.ok) return known;
    const limited = await limitedTry("new_email", who.userId, "email");
    return limited.ok ? ok({ known: known.value }) : limited;
  },
  async run({ who, tx, ctx, prepared }, { email }) {
    const user = await lockPerson(tx, ctx, who.userId);
    // Somebody else has set a password since, or deactivated the person.
    if (!user.active || user.passwordHash !== prepared.known) {
      return refuse({ reason: "password_wrong", path: "current" });
    }
    if (sentAddress(email) === sentAddress(user.email)) {
      return refuse({ reason: "same_email", path: "email" });
    }
    const purpose = "email";
    const id = await openLink(tx, ctx, { userId: user.id, purpose, email });
    const after = { purpose, newEmail: email } as const;
    await record(tx, ctx, [{ kind: "user.link_asked_for", subject: user.email, after }]);
    const sent = maySendMail();
    if (sent) {
      await letterToPerson(tx, ctx, user.id, {
        ...{ type: "email_link", link: { id, purpose }, address: email, email },
      });
      await letterToPerson(tx, ctx, user.id, { type: "email_change", email });
    }
    return ok({ sent });
  },
});
