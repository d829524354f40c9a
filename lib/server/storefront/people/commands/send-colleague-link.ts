import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { ColleagueInput } from "@/lib/schemas/colleagues";
import { Id } from "@/lib/schemas/fields";
import { command } from "../../../kernel/definition/command";
import { refusals } from "../../../kernel/definition/refusals";
import { giveLink } from "../../../users/give-link";
import { isInvited } from "../../../users/invited";
import { customers } from "../../customer";
import { limitedInvitation } from "../limit";
import { lockColleague } from "../lock";

/**
 * Sends somebody of the customer's own account the invitation again. Once they have accepted, their password is their own
 * affair. @throws NotFound
 */
export const sendColleagueLink = command({
  name: "account-person.send-link",
  caller: customers("storefront:people"),
  input: ColleagueInput,
  output: z.object({ id: Id, link: z.string().nullable() }),
  refusals: refusals("user_inactive", "already_accepted", "too_many_tries"),
  prepare: ({ who, rehearsed }) => limitedInvitation(who, { rehearsed, path: "" }),
  async run({ tx, ctx, who }, { id }) {
    const { colleague } = await lockColleague(tx, who, { id });
    if (!colleague.active) return refuse({ reason: "user_inactive", path: "" });
    if (!isInvited(colleague)) return refuse({ reason: "already_accepted", path: "" });
    return ok({ id, link: await giveLink(tx, ctx, colleague, "invitation") });
  },
});
