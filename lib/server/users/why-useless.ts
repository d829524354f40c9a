import "server-only";
import { type WhyUseless, whyUseless } from "@/lib/domain/one-time-link";
import { signsIn } from "@/lib/domain/sign-in/identity";
import { takesSingleSignOnOnly } from "../identities/needed";
import { config } from "../kernel/config";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { factorsOf, hasFactor } from "../second-factor/factors";

/** Tells why a link would do nothing for a person who has accepted, or null. The caller has locked the person. */
export async function whyUselessFor(tx: Tx, ctx: Ctx, personId: string): Promise<WhyUseless | null> {
  if (!(await takesSingleSignOnOnly(tx, ctx))) return null;
  const identities = await tx.identity.findMany({ where: { personId }, select: { issuer: true } });
  const issuer = config().oidc?.issuer;
  return whyUseless({
    provider: issuer !== undefined,
    linked: identities.some((identity) => signsIn(identity, issuer)),
    secondFactor: hasFactor(await factorsOf(tx, personId)),
  });
}
