import "server-only";
import { z } from "zod";
import { changedFacts } from "@/lib/domain/events/changed-facts";
import { ok, refuse } from "@/lib/domain/values/result";
import { Version } from "@/lib/schemas/fields";
import { Role } from "@/lib/schemas/users";
import { config } from "../../kernel/config";
import type { Ctx } from "../../kernel/ctx";
import { sql, type Tx } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { Conflict } from "../../kernel/errors";
import { record } from "../../kernel/record";

/**
 * Says whose second factor the organization requires, and whether it takes single sign-on alone. Both count from the next request
 * of each person on, and sessions that began by a password or passkey end. Only somebody whose session is one of single sign-on turns
 * that on, so that they don't lock themselves out. See docs/domain.md, section 7. @throws Conflict
 */
export const saveSignInRules = command({
  name: "organization.save-sign-in-rules",
  caller: staff("sign-in:save"),
  input: z.strictObject({
    secondFactorRoles: z.array(Role).max(10),
    singleSignOnOnly: z.boolean(),
    version: Version,
  }),
  output: z.object({ version: Version }),
  refusals: refusals("no_single_sign_on", "link_account_first"),
  async run({ tx, ctx }, { version, secondFactorRoles: roles, singleSignOnOnly }) {
    const secondFactorRoles = [...new Set(roles)].sort();
    const { name, ...before } = await tx.organization.findFirstOrThrow({
      select: { name: true, secondFactorRoles: true, singleSignOnOnly: true },
    });
    const turnedOn = singleSignOnOnly && !before.singleSignOnOnly;
    if (turnedOn) {
      if (!config().oidc) return refuse({ reason: "no_single_sign_on", path: "singleSignOnOnly" });
      if (!(await signedOnHere(tx, ctx)))
        return refuse({ reason: "link_account_first", path: "singleSignOnOnly" });
    }
    const { count } = await tx.organization.updateMany({
      where: { version },
      data: { secondFactorRoles, singleSignOnOnly, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict("The company");
    if (turnedOn) {
      await tx.session.updateMany({
        where: { organizationId: ctx.organizationId, endedAt: null, singleSignOn: false },
        data: { endedAt: ctx.now },
      });
    }
    const changed = changedFacts(before, { secondFactorRoles, singleSignOnOnly });
    if (changed)
      await record(tx, ctx, [{ kind: "organization.sign_in_rules_saved", subject: name, ...changed }]);
    return ok({ version: version + 1 });
  },
});

/**
 * Tells whether the session is one of single sign-on, whose person still has an account. Their row is locked, so that they unlink it
 * before or after.
 */
async function signedOnHere(tx: Tx, ctx: Ctx): Promise<boolean> {
  const { organizationId, actor, sessionId } = ctx;
  if (actor.type !== "user" || actor.id === null || !sessionId) return false;
  const [person] = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT id FROM people WHERE id = (
      SELECT person_id FROM users WHERE organization_id = ${organizationId}::uuid AND id = ${actor.id}::uuid)
    FOR UPDATE`);
  if (!person) return false;
  const session = await tx.session.count({
    where: { organizationId, id: sessionId, userId: actor.id, singleSignOn: true, endedAt: null },
  });
  return session > 0 && (await tx.identity.count({ where: { personId: person.id } })) > 0;
}
