import "server-only";
import { sentAddress } from "@/lib/domain/values/email";
import { systemCtx } from "../kernel/ctx";
import { record } from "../kernel/record";
import { transaction } from "../kernel/transaction";
import { endElsewhere, recordElsewhere } from "../people/elsewhere";
import { letterToPerson } from "../people/letter";
import { maySignIn, membersWith } from "../people/members";
import { factorsOf, hasFactor } from "../second-factor/factors";
import { forgetFactors } from "../second-factor/forget";
import { endSessionsOf } from "../sign-in/session/sessions";
import { lockPerson } from "./lock";

/**
 * Takes the second factors of a person away for all their organizations, and ends their sessions. Answers null if nobody with a
 * second factor signs in with the address. Only the command line of the people who run the product uses it. See docs/domain.md,
 * section 7, "Second factor".
 */
export async function hostReset(email: string, now: Date): Promise<{ email: string } | null> {
  const members = await membersWith({ sentEmail: sentAddress(email.trim().toLowerCase()) ?? "" });
  const member = members.find(maySignIn);
  if (!member) return null;
  const ctx = systemCtx(member.organizationId, now);
  return transaction(ctx, async (tx) => {
    const { id, personId, email: subject } = await lockPerson(tx, ctx, member.id);
    if (!hasFactor(await factorsOf(tx, personId))) return null;
    await forgetFactors(tx, personId);
    await endSessionsOf(tx, ctx, id);
    await endElsewhere(tx, ctx, personId);
    await record(tx, ctx, [{ kind: "user.second_factor_reset", subject }]);
    await recordElsewhere(tx, ctx, personId, { kind: "user.second_factor_reset" });
    await letterToPerson(tx, ctx, id, { type: "second_factor_reset" });
    return { email: subject };
  });
}
