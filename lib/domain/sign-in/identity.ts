/** Names an account at an identity provider, as the provider does: docs/domain.md, section 7, "Single sign-on". */
export type Identity = { issuer: string; subject: string };

/**
 * Tells whether an account at an identity provider signs its person in: only one of the provider that is set up does. A slash at
 * the end may be in the settings, and not in the provider's own name for itself.
 */
export function signsIn({ issuer }: Pick<Identity, "issuer">, setUp: string | undefined): boolean {
  return setUp !== undefined && bare(issuer) === bare(setUp);
}

/** Tells whether a person still signs in by another account once this one is unlinked. */
export function signsInWithout(
  issuer: string,
  linked: readonly Pick<Identity, "issuer">[],
  setUp: string | undefined,
): boolean {
  return linked.some((other) => other.issuer !== issuer && signsIn(other, setUp));
}

function bare(issuer: string): string {
  return issuer.replace(/\/$/, "");
}
