/** Names an account at an identity provider, as the provider does: docs/domain.md, section 7, "Single sign-on". */
export type Identity = { issuer: string; subject: string };
