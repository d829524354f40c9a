import "server-only";
import { z } from "zod";
import { sentAddress } from "@/lib/domain/values/email";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { accountRoleOf, InviteUserInput } from "@/lib/schemas/users";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { addUser } from "../add-user";
import { giveLink } from "../give-link";
import { isInvited } from "../invited";

/**
 * Invites a person, who chooses a password by a one-time link, or joins with the password that they have in another
 * organization: this answers the same. The link is emailed; without a mail server this answers it once. See docs/domain.md,
 * section 7, "Invitations".
 */
export const inviteUser = command({
  name: "user.invite",
  caller: staff("user:save"),
  input: InviteUserInput,
  output: z.object({ id: Id, link: z.string().nullable() }),
  refusals: refusals("email_taken", "already_invited", "unknown_role", "unknown_account", "no_reseller"),
  taken: () => refuse({ reason: "email_taken", path: "email" }),
  async run({ tx, ctx }, input) {
    const { organizationId } = ctx;
    const here = await tx.user.findFirst({
      where: { organizationId, sentEmail: sentAddress(input.email) ?? input.email },
      select: { id: true, active: true, acceptedAt: true },
    });
    if (here?.active && isInvited(here)) {
      return refuse({ reason: "already_invited", id: here.id, path: "email" });
    }
    const user = await addUser(tx, ctx, { ...input, accountRole: accountRoleOf(input) }, "invited");
    if (!user.ok) return user;
    const { id } = user.value;
    return ok({ id, link: await giveLink(tx, ctx, { id, email: input.email }, "invitation") });
  },
});
