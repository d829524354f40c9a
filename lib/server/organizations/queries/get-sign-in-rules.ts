import "server-only";
import type { Role } from "@/lib/domain/permissions";
import { config } from "../../kernel/config";
import { read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { nothing, query } from "../../kernel/definition/query";

export type SignInRules = {
  secondFactorRoles: Role[];
  singleSignOnOnly: boolean;
  /** Names the identity provider, or is null if none is set up. */
  provider: string | null;
  /** Tells whether the session is one of single sign-on, so that its person is not locked out by it. */
  signedOn: boolean;
  /** Counts the active people, and those of them who have linked no account. */
  people: { active: number; unlinked: number };
  version: number;
};

/** Returns how people of the organization have to sign in. */
export const getSignInRules = query({
  name: "organization.get-sign-in-rules",
  caller: staff("sign-in:save"),
  input: nothing,
  async run({ ctx }): Promise<SignInRules> {
    const { organizationId, sessionId } = ctx;
    const rules = await read(ctx).organization.findFirstOrThrow({
      select: { secondFactorRoles: true, singleSignOnOnly: true, version: true },
    });
    const signedOn = sessionId
      ? await read(ctx).session.count({ where: { id: sessionId, singleSignOn: true } })
      : 0;
    const [people] = await read(ctx).$queryRaw<SignInRules["people"][]>(sql`
      SELECT count(*)::int AS active,
        count(*) FILTER (WHERE NOT EXISTS (SELECT FROM identities WHERE identities.person_id = users.person_id))::int AS unlinked
      FROM users WHERE organization_id = ${organizationId}::uuid AND active AND accepted_at IS NOT NULL`);
    return {
      ...rules,
      provider: config().oidc?.name ?? null,
      signedOn: signedOn > 0,
      people: people ?? { active: 0, unlinked: 0 },
    };
  },
});
