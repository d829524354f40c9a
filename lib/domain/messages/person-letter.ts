import { oneLine } from "../values/one-line";
import type { Language, PersonLetterType } from "./message";

/** Letters to a person about how they sign in: docs/domain.md, section 7, "One-time links". */

/** Holds all that such a letter tells. `url` leads to the page of a link, or to sign-in. */
export type PersonLetterFacts = {
  organization: string;
  /** Names the identity provider where the organization takes it alone, and is null otherwise. */
  provider: string | null;
  /** Names the person who invites; null where a program does. */
  by: string | null;
  /** Holds the new email address. */
  email: string;
  url: string;
};

type Content = { subject: string; paragraphs: string[]; lead: string };
type Letters = {
  greeting: (recipient: string) => string;
  closing: string;
  letters: Record<PersonLetterType, (facts: PersonLetterFacts) => Content>;
};

const english: Letters = {
  greeting: (recipient) => `Dear ${recipient},`,
  closing: "Kind regards",
  letters: {
    invitation: ({ organization, provider, by }) => ({
      subject: `Your access to ${organization}`,
      paragraphs: [
        `${by ? `${by} has invited you` : "You are invited"} to ${organization}. Accept the invitation, and you can sign in: ${provider ? `by ${provider}` : "with a new password, or with the one that you already have here"}.`,
        "The link works once and for 24 hours. After that, ask for a new one.",
      ],
      lead: "Accept the invitation",
    }),
    password_link: ({ organization, provider }) => ({
      subject: provider ? `Link your account for ${organization}` : `A new password for ${organization}`,
      paragraphs: [
        provider
          ? `${organization} accepts only ${provider}. Link your account there, and it signs you in from then on.`
          : `You can choose a new password for ${organization}. Your present password works until you do.`,
        "The link works once and for 24 hours. If you did not ask for it, you need to do nothing.",
      ],
      lead: provider ? "Link your account" : "Choose a new password",
    }),
    email_link: ({ organization, email }) => ({
      subject: `Confirm your email address for ${organization}`,
      paragraphs: [
        `You want to sign in to ${organization} with ${email}. Confirm that this address is yours.`,
        "The link works once and for 24 hours. If you did not ask for it, you need to do nothing.",
      ],
      lead: "Confirm the address",
    }),
    email_change: ({ organization, email }) => ({
      subject: `Your email address for ${organization} is about to change`,
      paragraphs: [
        `You asked to sign in to ${organization} with ${email} in future. This address works until the new one is confirmed.`,
        "If that was not you, change your password now and tell an administrator.",
      ],
      lead: "Sign in",
    }),
    password_changed: ({ organization }) => ({
      subject: `Your password for ${organization} was changed`,
      paragraphs: [
        `The password with which you sign in to ${organization} was changed, and we ended your other sessions.`,
        "If that was not you, ask for a new password on the sign-in page and tell an administrator.",
      ],
      lead: "Sign in",
    }),
    second_factor_added: ({ organization }) => ({
      subject: `You have a new second factor for ${organization}`,
      paragraphs: [
        `An authenticator app or a passkey was added to your sign-in to ${organization}. You see it in your profile.`,
        "If that was not you, remove it there now, change your password, and tell an administrator.",
      ],
      lead: "Sign in",
    }),
    second_factor_removed: ({ organization }) => ({
      subject: `A second factor for ${organization} was removed`,
      paragraphs: [
        `An authenticator app or a passkey was removed from your sign-in to ${organization}.`,
        "If that was not you, change your password now and tell an administrator.",
      ],
      lead: "Sign in",
    }),
    second_factor_reset: ({ organization, by }) => ({
      subject: `Your second factor for ${organization} was reset`,
      paragraphs: [
        `${by ? `${by} has reset your second factor` : "Your second factor was reset"} for ${organization}, and we ended your sessions. Your password alone signs you in until you set up another one.`,
        "If you did not ask for that, change your password now and tell an administrator.",
      ],
      lead: "Sign in",
    }),
    recovery_codes_made: ({ organization }) => ({
      subject: `You have new recovery codes for ${organization}`,
      paragraphs: [
        `New recovery codes were made for your sign-in to ${organization}. The earlier ones no longer count.`,
        "If that was not you, change your password now, make new codes, and tell an administrator.",
      ],
      lead: "Sign in",
    }),
    identity_linked: ({ organization }) => ({
      subject: `An account was linked to your sign-in to ${organization}`,
      paragraphs: [
        `An account of your identity provider was linked to your sign-in to ${organization}, and signs you in from now on. You see it in your profile.`,
        "If that was not you, unlink it there now, change your password, and tell an administrator.",
      ],
      lead: "Sign in",
    }),
    identity_unlinked: ({ organization }) => ({
      subject: `An account no longer signs you in to ${organization}`,
      paragraphs: [
        `An account of your identity provider was unlinked from your sign-in to ${organization}, and we ended your other sessions.`,
        "If that was not you, change your password now and tell an administrator.",
      ],
      lead: "Sign in",
    }),
    recovery_code_used: ({ organization }) => ({
      subject: `A recovery code for ${organization} was used`,
      paragraphs: [
        `Somebody has signed in to ${organization} with your password and one of your recovery codes. The code no longer counts.`,
        "If that was not you, change your password now and tell an administrator. If your phone is lost, set up another app in your profile, which replaces it.",
      ],
      lead: "Sign in",
    }),
  },
};

const german: Letters = {
  greeting: (recipient) => `Guten Tag ${recipient},`,
  closing: "Freundliche Grüße",
  letters: {
    invitation: ({ organization, provider, by }) => ({
      subject: `Ihr Zugang zu ${organization}`,
      paragraphs: [
        `${by ? `${by} hat Sie zu ${organization} eingeladen` : `Sie sind zu ${organization} eingeladen`}. Nehmen Sie die Einladung an, und Sie können sich anmelden: ${provider ? `über ${provider}` : "mit einem neuen Passwort oder mit dem, das Sie hier schon haben"}.`,
        "Der Link gilt einmal und 24 Stunden lang. Bitten Sie danach um einen neuen.",
      ],
      lead: "Einladung annehmen",
    }),
    password_link: ({ organization, provider }) => ({
      subject: provider
        ? `Verbinden Sie Ihr Konto für ${organization}`
        : `Ein neues Passwort für ${organization}`,
      paragraphs: [
        provider
          ? `Bei ${organization} melden Sie sich allein über ${provider} an. Verbinden Sie Ihr Konto dort, und es meldet Sie künftig an.`
          : `Sie können ein neues Passwort für ${organization} wählen. Bis dahin gilt Ihr bisheriges Passwort.`,
        "Der Link gilt einmal und 24 Stunden lang. Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun.",
      ],
      lead: provider ? "Konto verbinden" : "Neues Passwort wählen",
    }),
    email_link: ({ organization, email }) => ({
      subject: `Bestätigen Sie Ihre E-Mail-Adresse für ${organization}`,
      paragraphs: [
        `Sie möchten sich bei ${organization} mit ${email} anmelden. Bestätigen Sie, dass diese Adresse Ihnen gehört.`,
        "Der Link gilt einmal und 24 Stunden lang. Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun.",
      ],
      lead: "Adresse bestätigen",
    }),
    email_change: ({ organization, email }) => ({
      subject: `Ihre E-Mail-Adresse für ${organization} wird geändert`,
      paragraphs: [
        `Sie möchten sich bei ${organization} künftig mit ${email} anmelden. Bis die neue Adresse bestätigt ist, gilt diese.`,
        "Wenn Sie das nicht waren, ändern Sie jetzt Ihr Passwort und sagen Sie es einem Administrator.",
      ],
      lead: "Anmelden",
    }),
    password_changed: ({ organization }) => ({
      subject: `Ihr Passwort für ${organization} wurde geändert`,
      paragraphs: [
        `Das Passwort, mit dem Sie sich bei ${organization} anmelden, wurde geändert. Ihre übrigen Sitzungen haben wir beendet.`,
        "Wenn Sie das nicht waren, fordern Sie auf der Anmeldeseite ein neues Passwort an und sagen Sie es einem Administrator.",
      ],
      lead: "Anmelden",
    }),
    second_factor_added: ({ organization }) => ({
      subject: `Sie haben einen neuen zweiten Faktor für ${organization}`,
      paragraphs: [
        `Zu Ihrer Anmeldung bei ${organization} ist eine Authenticator-App oder ein Passkey hinzugekommen. Sie sehen es in Ihrem Profil.`,
        "Wenn Sie das nicht waren, entfernen Sie ihn dort jetzt, ändern Sie Ihr Passwort und sagen Sie es einem Administrator.",
      ],
      lead: "Anmelden",
    }),
    second_factor_removed: ({ organization }) => ({
      subject: `Ein zweiter Faktor für ${organization} wurde entfernt`,
      paragraphs: [
        `Von Ihrer Anmeldung bei ${organization} wurde eine Authenticator-App oder ein Passkey entfernt.`,
        "Wenn Sie das nicht waren, ändern Sie jetzt Ihr Passwort und sagen Sie es einem Administrator.",
      ],
      lead: "Anmelden",
    }),
    second_factor_reset: ({ organization, by }) => ({
      subject: `Ihr zweiter Faktor für ${organization} wurde zurückgesetzt`,
      paragraphs: [
        `${by ? `${by} hat Ihren zweiten Faktor für ${organization} zurückgesetzt` : `Ihr zweiter Faktor für ${organization} wurde zurückgesetzt`}. Ihre Sitzungen haben wir beendet. Bis Sie einen neuen einrichten, melden Sie sich mit dem Passwort allein an.`,
        "Wenn Sie nicht darum gebeten haben, ändern Sie jetzt Ihr Passwort und sagen Sie es einem Administrator.",
      ],
      lead: "Anmelden",
    }),
    recovery_codes_made: ({ organization }) => ({
      subject: `Sie haben neue Wiederherstellungscodes für ${organization}`,
      paragraphs: [
        `Für Ihre Anmeldung bei ${organization} gibt es neue Wiederherstellungscodes. Die bisherigen gelten nicht mehr.`,
        "Wenn Sie das nicht waren, ändern Sie jetzt Ihr Passwort, erzeugen Sie neue Codes und sagen Sie es einem Administrator.",
      ],
      lead: "Anmelden",
    }),
    identity_linked: ({ organization }) => ({
      subject: `Ein Konto wurde mit Ihrer Anmeldung bei ${organization} verbunden`,
      paragraphs: [
        `Ein Konto Ihres Identitätsanbieters wurde mit Ihrer Anmeldung bei ${organization} verbunden und meldet Sie künftig an. Sie sehen es in Ihrem Profil.`,
        "Wenn Sie das nicht waren, trennen Sie es dort jetzt, ändern Sie Ihr Passwort und sagen Sie es einem Administrator.",
      ],
      lead: "Anmelden",
    }),
    identity_unlinked: ({ organization }) => ({
      subject: `Ein Konto meldet Sie nicht mehr bei ${organization} an`,
      paragraphs: [
        `Ein Konto Ihres Identitätsanbieters wurde von Ihrer Anmeldung bei ${organization} getrennt. Ihre übrigen Sitzungen haben wir beendet.`,
        "Wenn Sie das nicht waren, ändern Sie jetzt Ihr Passwort und sagen Sie es einem Administrator.",
      ],
      lead: "Anmelden",
    }),
    recovery_code_used: ({ organization }) => ({
      subject: `Ein Wiederherstellungscode für ${organization} wurde benutzt`,
      paragraphs: [
        `Jemand hat sich bei ${organization} mit Ihrem Passwort und einem Ihrer Wiederherstellungscodes angemeldet. Der Code gilt nicht mehr.`,
        "Wenn Sie das nicht waren, ändern Sie jetzt Ihr Passwort und sagen Sie es einem Administrator. Wenn Ihr Telefon verloren ist, richten Sie in Ihrem Profil eine neue App ein, die die alte ersetzt.",
      ],
      lead: "Anmelden",
    }),
  },
};

const all: Record<Language, Letters> = { en: english, de: german };

/** Returns a letter in the person's language, as it is kept. A link's secret is not in it. */
export function personLetter(
  type: PersonLetterType,
  language: Language,
  recipient: string,
  facts: PersonLetterFacts,
): { subject: string; text: string } {
  const { greeting, closing, letters } = all[language];
  const { subject, paragraphs, lead } = letters[type](facts);
  const text = [
    greeting(recipient),
    ...paragraphs,
    `${lead}: ${facts.url}`,
    `${closing}\n${facts.organization}`,
  ].join("\n\n");
  return { subject: oneLine(subject, 200), text };
}
