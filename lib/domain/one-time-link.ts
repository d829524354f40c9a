/** A one-time link lets a person do one thing once: docs/domain.md, section 7, "One-time links". */

export type LinkPurpose = "invitation" | "password" | "email";

export const linkPurposeLabels: Readonly<Record<LinkPurpose, string>> = {
  invitation: "Accept an invitation",
  password: "Choose a new password",
  email: "Confirm an email address",
};

/** A link ends this many milliseconds after its secret was made. */
export const linkMs = 24 * 60 * 60 * 1000;

/** Names the page of each purpose. The secret follows it. */
export const linkPages: Readonly<Record<LinkPurpose, string>> = {
  invitation: "/welcome",
  password: "/new-password",
  email: "/confirm-email",
};

/** Stands for the secret wherever a message with a link is kept or shown. */
export const hiddenSecret = "•••";

/** Says why a link can't be used. A link is `void` once a newer one, a new password or a deactivation has replaced it. */
export type LinkOver = "used" | "ended" | "void" | "unknown";

/** Says why a link would do nothing for a person of an organization that takes single sign-on alone. */
export type WhyUseless = "no_provider" | "linked" | "second_factor";

/**
 * Tells why a link would do nothing for a person who has accepted, where it links an account instead of setting a password;
 * null means that it would link one. See docs/domain.md, section 7, "Single sign-on".
 */
export function whyUseless(person: {
  /** Tells whether an identity provider is set up. */
  provider: boolean;
  /** Tells whether the person has linked an account that signs them in. */
  linked: boolean;
  secondFactor: boolean;
}): WhyUseless | null {
  if (!person.provider) return "no_provider";
  if (person.linked) return "linked";
  return person.secondFactor ? "second_factor" : null;
}

/** Says why a link would do nothing, and what to do instead. */
export const whyUselessWords: Record<WhyUseless, string> = {
  no_provider:
    "Your organization accepts only single sign-on, which is not set up here any more. Ask the people who run Order Desk for you.",
  linked:
    "This person signs in with their linked account. Your organization accepts nothing else, so they need no link.",
  second_factor:
    "This person has a second factor, so a link alone links no account. Reset their second factor first.",
};

/** Tells how a link stands, from its row; null means that it is open. */
export function linkOver(
  link: { usedAt: Date | null; voidedAt: Date | null; endsAt: Date | null } | null,
  now: Date,
): LinkOver | null {
  if (!link?.endsAt) return "unknown";
  if (link.usedAt) return "used";
  if (link.voidedAt) return "void";
  return link.endsAt <= now ? "ended" : null;
}
