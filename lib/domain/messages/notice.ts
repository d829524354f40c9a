import { count } from "../format/count";
import { oneLine } from "../values/one-line";
import { type WebhookDisabledBy, webhookDisabledReasons } from "../webhook";
import type { Language } from "./message";

/** Holds all that a notice of a disabled webhook tells. `url` leads to the webhook's page. */
export type WebhookDisabledFacts = {
  webhook: string;
  disabledBy: WebhookDisabledBy;
  organization: string;
  url: string;
};

/** Tells an administrator that a webhook was disabled, in English as BSS is: docs/domain.md, section 10, "Webhooks". */
export function webhookDisabledNotice(
  recipient: string,
  { webhook, disabledBy, organization, url }: WebhookDisabledFacts,
): { subject: string; text: string } {
  const text = [
    `Dear ${recipient},`,
    `We disabled the webhook ${webhook}. ${webhookDisabledReasons[disabledBy]} Its program receives no events until you enable the webhook again.`,
    "Repair the program first. When you enable the webhook, it receives what happened meanwhile.",
    `Open the webhook: ${url}`,
    `Kind regards\n${organization}`,
  ].join("\n\n");
  return { subject: oneLine(`The webhook ${webhook} is disabled`, 200), text };
}

/** Holds all that the message about a lockout tells. `url` leads to the sign-in page. */
export type SignInLockedFacts = {
  /** Says what was wrong. A person who tries second factors knows the password. */
  was: "password" | "second_factor";
  /** Is where the failed tries came from, as we know it. */
  address: string;
  minutes: number;
  organization: string;
  url: string;
};

/** Tells a person that their sign-in was locked: docs/domain.md, section 7, "Lockouts". */
export function signInLockedNotice(
  language: Language,
  recipient: string,
  facts: SignInLockedFacts,
): { subject: string; text: string } {
  const words = facts.was === "password" ? signInLocked : factorLocked;
  const { subject, paragraphs } = words[language](recipient, facts);
  return { subject, text: paragraphs.join("\n\n") };
}

type Locked = Record<
  Language,
  (recipient: string, facts: SignInLockedFacts) => { subject: string; paragraphs: string[] }
>;

const factorLocked: Locked = {
  en: (recipient, { address, organization, url }) => ({
    subject: "Someone who knows your password failed at your second factor",
    paragraphs: [
      `Dear ${recipient},`,
      `Someone entered your right password and then a wrong code several times, from the address ${address}. Your second factor has kept them out.`,
      "If this was you, wait and try again. If it was not, somebody knows your password: change it now, and tell an administrator.",
      `Open the sign-in page: ${url}`,
      `Kind regards\n${organization}`,
    ],
  }),
  de: (recipient, { address, organization, url }) => ({
    subject: "Jemand kennt Ihr Passwort und ist an Ihrem zweiten Faktor gescheitert",
    paragraphs: [
      `Guten Tag ${recipient},`,
      `jemand hat von der Adresse ${address} Ihr richtiges Passwort und danach mehrmals einen falschen Code eingegeben. Ihr zweiter Faktor hat die Anmeldung verhindert.`,
      "Wenn Sie es selbst waren, warten Sie und versuchen Sie es dann noch einmal. Wenn nicht, kennt jemand Ihr Passwort: Ändern Sie es jetzt und sagen Sie es einem Administrator.",
      `Anmeldeseite öffnen: ${url}`,
      `Freundliche Grüße\n${organization}`,
    ],
  }),
};

const signInLocked: Locked = {
  en: (recipient, { address, minutes, organization, url }) => ({
    subject: "Someone failed to sign in as you several times",
    paragraphs: [
      `Dear ${recipient},`,
      `Someone entered a wrong password for you several times, from the address ${address}. We let nobody try from there again for ${count(minutes, "minute")}. You can still sign in from a browser in which you have signed in before.`,
      "If this was you, wait and try again. If it was not, your password has not been guessed. Change it if you use it anywhere else.",
      `Open the sign-in page: ${url}`,
      `Kind regards\n${organization}`,
    ],
  }),
  de: (recipient, { address, minutes, organization, url }) => ({
    subject: "Jemand konnte sich mehrmals nicht als Sie anmelden",
    paragraphs: [
      `Guten Tag ${recipient},`,
      `jemand hat von der Adresse ${address} mehrmals ein falsches Passwort für Sie eingegeben. Von dort nehmen wir ${minutes === 1 ? "eine Minute" : `${minutes} Minuten`} lang keinen weiteren Versuch an. In einem Browser, in dem Sie sich schon angemeldet haben, können Sie sich weiter anmelden.`,
      "Wenn Sie es selbst waren, warten Sie und versuchen Sie es dann noch einmal. Wenn nicht, hat niemand Ihr Passwort erraten. Ändern Sie es, falls Sie es auch anderswo verwenden.",
      `Anmeldeseite öffnen: ${url}`,
      `Freundliche Grüße\n${organization}`,
    ],
  }),
};
