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
import { shownLink } from "../give-link";
import { lockPerson } from "../lock";

/**
 * Answers once, where no mail server is, the link that confirms the new email address for which a person asked. The administrator
 * who passes it on vouches for the address. See docs/domain.md, section 7, "Own profile". @throws NotFound
 */
export const showEmailLink = command({
  name: "user.show-email-link",
  caller: staff("user:save"),
  input: z.strictObject({ id: Id }),
  output: z.object({ id: Id, link: z.string().nullable() }),
  refusals: refusals("no_email_change", "reaches_elsewhere"),
  async run({ tx, ctx }, { id }) {
    const user = await lockPerson(tx, ctx, id);
    await requireAllOf(tx, ctx, user);
    const waiting = await tx.oneTimeLink.findFirst({
      where: {
        ...{ organizationId: ctx.organizationId, userId: id, purpose: "email" },
        ...{ usedAt: null, voidedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: ctx.now } }] },
      },
      select: { id: true },
    });
    if (!waiting || maySendMail()) return refuse({ reason: "no_email_change", path: "" });
    // Nobody vouches for an address in an organization that is not their own.
    if (await acceptedElsewhere(tx, ctx, user.personId))
      return refuse({ reason: "reaches_elsewhere", path: "" });
    return ok({ id, link: await shownLink(tx, ctx, { id: waiting.id, purpose: "email" }) });
  },
});
