import "server-only";
import { z } from "zod";
import { mostColleagues } from "@/lib/domain/account-role";
import { sentAddress } from "@/lib/domain/values/email";
import { ok, refuse } from "@/lib/domain/values/result";
import { InviteColleagueInput } from "@/lib/schemas/colleagues";
import { Id } from "@/lib/schemas/fields";
import { sql } from "../../../kernel/db";
import { command } from "../../../kernel/definition/command";
import { refusals } from "../../../kernel/definition/refusals";
import { addUser } from "../../../users/add-user";
import { giveLink } from "../../../users/give-link";
import { isInvited } from "../../../users/invited";
import { customers } from "../../customer";
import { limitedInvitation } from "../limit";

/**
 * Invites a person to the customer's own account. They choose a password by a one-time link, which is emailed; without a mail
 * server this answers it once. See docs/domain.md, section 7, "People of an account".
 */
export const inviteColleague = command({
  name: "account-person.invite",
  caller: customers("storefront:people"),
  input: InviteColleagueInput,
  output: z.object({ id: Id, link: z.string().nullable() }),
  refusals: refusals(
    ...(["email_taken", "already_invited", "too_many_colleagues", "too_many_tries"] as const),
    ...(["unknown_role", "unknown_account", "no_reseller"] as const),
  ),
  taken: () => refuse({ reason: "email_taken", path: "email" }),
  prepare: ({ who, rehearsed }) => limitedInvitation(who, { rehearsed, path: "email" }),
  async run({ tx, ctx, who: { accountId } }, input) {
    const { organizationId } = ctx;
    // Two invitations at once count each other.
    await tx.$queryRaw(sql`
      SELECT id FROM accounts WHERE organization_id = ${organizationId}::uuid AND id = ${accountId}::uuid FOR NO KEY UPDATE`);
    const here = await tx.user.findFirst({
      where: { organizationId, accountId, sentEmail: sentAddress(input.email) ?? input.email },
      select: { id: true, active: true, acceptedAt: true },
    });
    if (here?.active && isInvited(here)) {
      return refuse({ reason: "already_invited", id: here.id, path: "email" });
    }
    const people = await tx.user.count({ where: { organizationId, accountId } });
    if (people >= mostColleagues) {
      return refuse({ reason: "too_many_colleagues", most: mostColleagues, path: "" });
    }
    const { role } = ctx.actor;
    const user = await addUser(
      tx,
      ctx,
      { ...input, role, roleId: null, accountId, timeZone: null },
      "invited",
    );
    if (!user.ok) return user;
    const { id } = user.value;
    return ok({ id, link: await giveLink(tx, ctx, { id, email: input.email }, "invitation") });
  },
});
