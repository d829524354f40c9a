import "server-only";
import { z } from "zod";
import { signsInWithout } from "@/lib/domain/sign-in/identity";
import { ok, refuse } from "@/lib/domain/values/result";
import { CurrentPassword } from "@/lib/schemas/users";
import { IdentityFields } from "../../identities/identity";
import { singleSignOnNeeded } from "../../identities/needed";
import { config } from "../../kernel/config";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { lockOwner } from "../../own-factors/lock";
import { endElsewhere, recordElsewhere } from "../../people/elsewhere";
import { letterToPerson } from "../../people/letter";
import { requirePasswordOrRecent } from "../../profile/current-password";
import { people } from "../../profile/person";
import { endSessionsOf } from "../../sign-in/session/sessions";

/**
 * Unlinks an account at an identity provider from the person who asks, unless it is their only way to sign in, or the only one
 * that their organization takes. It ends their other sessions, which may have begun with it. See docs/domain.md, section 7, "Single sign-on".
 */
export const unlinkIdentity = command({
  name: "single-sign-on.unlink",
  caller: people,
  input: z.strictObject({ issuer: IdentityFields.issuer, current: CurrentPassword.optional() }),
  output: z.object({}),
  refusals: refusals(
    ...(["sign_in_with_factor", "password_wrong", "too_many_tries", "no_identity", "only_way_in"] as const),
    ...(["single_sign_on_needed", "sign_in_again"] as const),
  ),
  prepare: ({ who }, { current = "" }) => requirePasswordOrRecent(who, current),
  async run({ who, tx, ctx }, { issuer }) {
    const owner = await lockOwner(tx, who);
    if (!owner.ok) return owner;
    const { id, personId, email, passwordHash } = owner.value.person;
    const linked = await tx.identity.findMany({ where: { personId }, select: { issuer: true } });
    if (!linked.some((one) => one.issuer === issuer)) return refuse({ reason: "no_identity", path: "" });
    const another = signsInWithout(issuer, linked, config().oidc?.issuer);
    if (!another && passwordHash === null) return refuse({ reason: "only_way_in", path: "" });
    if (!another && (await singleSignOnNeeded(tx, personId)))
      return refuse({ reason: "single_sign_on_needed", path: "" });

    await tx.identity.deleteMany({ where: { personId, issuer } });
    const { organizationId, sessionId = null } = ctx;
    if (sessionId && !another) {
      await tx.session.updateMany({
        where: { organizationId, id: sessionId },
        data: { singleSignOn: false },
      });
    }
    await endSessionsOf(tx, ctx, id, { except: sessionId });
    await endElsewhere(tx, ctx, personId);
    const told = { kind: "user.identity_unlinked" as const, after: { issuer } };
    await record(tx, ctx, [{ ...told, subject: email }]);
    await recordElsewhere(tx, ctx, personId, told);
    await letterToPerson(tx, ctx, id, { type: "identity_unlinked" });
    return ok({});
  },
});
