import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { maySendMail } from "../../messages/queries/messages";
import { acceptedElsewhere } from "../../people/elsewhere";
import { requireAllOf } from "../../roles/needed-for";
import { giveLink } from "../give-link";
import { isInvited } from "../invited";
import { lockPerson } from "../lock";
import { whyUselessFor } from "../why-useless";

/**
 * Sends a person a new link: the invitation again, or for a new password. Their password stays until they use it. Without a
 * mail server this answers the link once. See docs/domain.md, section 7, "One-time links". @throws NotFound
 */
export const sendLink = command({
  name: "user.send-link",
  caller: staff("user:save"),
  input: z.strictObject({ id: Id }),
  output: z.object({ id: Id, link: z.string().nullable() }),
  refusals: refusals("user_inactive", "useless_link", "reaches_elsewhere"),
  async run({ tx, ctx }, { id }) {
    const user = await lockPerson(tx, ctx, id);
    await requireAllOf(tx, ctx, user);
    if (!user.active) return refuse({ reason: "user_inactive", path: "" });
    const purpose = isInvited(user) ? "invitation" : "password";
    const useless = purpose === "password" ? await whyUselessFor(tx, ctx, user.personId) : null;
    if (useless) return refuse({ reason: "useless_link", why: useless, path: "" });
    // The holder of the link could sign in to the other organization too, so only the person's mailbox gets it.
    if (purpose === "password" && !maySendMail() && (await acceptedElsewhere(tx, ctx, user.personId))) {
      return refuse({ reason: "reaches_elsewhere", path: "" });
    }
    return ok({ id, link: await giveLink(tx, ctx, user, purpose) });
  },
});
