import "server-only";
import { signsIn, signsInWithout } from "@/lib/domain/sign-in/identity";
import { singleSignOnNeeded } from "../../identities/needed";
import { config } from "../../kernel/config";
import { read } from "../../kernel/db";
import { nothing, query } from "../../kernel/definition/query";
import { people } from "../../profile/person";

type OwnIdentity = {
  issuer: string;
  /** Is how people call the provider, or null of one that is not set up any more. */
  name: string | null;
  /** Is an RFC 3339 time in UTC. */
  linkedAt: string;
  /** Says why the account cannot be unlinked, or is null if it can. */
  stays: "only_way_in" | "single_sign_on_needed" | null;
};

export type OwnIdentities = {
  /** Names the provider that is set up, or is null. */
  provider: string | null;
  linked: OwnIdentity[];
  hasPassword: boolean;
};

/** Returns the accounts at identity providers by which the person who asks signs in. See docs/domain.md, section 7, "Single sign-on". */
export const getIdentities = query({
  name: "single-sign-on.get",
  caller: people,
  input: nothing,
  async run({ who: { userId }, ctx }): Promise<OwnIdentities> {
    const { person } = await read(ctx).user.findUniqueOrThrow({
      where: { organizationId_id: { organizationId: ctx.organizationId, id: userId } },
      select: {
        person: {
          select: {
            id: true,
            passwordHash: true,
            identities: { orderBy: { createdAt: "asc" }, select: { issuer: true, createdAt: true } },
          },
        },
      },
    });
    const { oidc } = config();
    const hasPassword = person.passwordHash !== null;
    const needed = await singleSignOnNeeded(read(ctx), person.id);
    const onlyWay = hasPassword ? (needed ? "single_sign_on_needed" : null) : "only_way_in";
    return {
      provider: oidc?.name ?? null,
      linked: person.identities.map(({ issuer, createdAt }) => ({
        issuer,
        name: oidc && signsIn({ issuer }, oidc.issuer) ? oidc.name : null,
        linkedAt: createdAt.toISOString(),
        stays: signsInWithout(issuer, person.identities, oidc?.issuer) ? null : onlyWay,
      })),
      hasPassword,
    };
  },
});
