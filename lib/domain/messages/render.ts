import { formatMoney, formatNumber, longDay } from "../format/format";
import { oneLine } from "../values/one-line";
import { english } from "./english";
import { german } from "./german";
import type { Language, MessageFacts, MessageType } from "./message";
import type { Template, Words } from "./template";

const templates: Record<Language, Template> = { en: english, de: german };

/** Returns a message in the reader's language, as it is kept and sent. */
export function renderMessage(
  type: MessageType,
  language: Language,
  recipient: string,
  facts: MessageFacts,
): { subject: string; text: string } {
  const template = templates[language];
  const words = wordsOf(language, facts.currency);
  const { subject, paragraphs } = template.messages[type](facts, words);
  const ordered = [
    `${template.ordered}:`,
    ...facts.lines.map(({ quantity, product }) => `- ${words.quantity(quantity)} × ${product}`),
    `${template.total}: ${words.money(facts.total)}`,
  ];
  const text = [
    template.greeting(recipient),
    ...paragraphs,
    ordered.join("\n"),
    `${template.open}: ${facts.url}`,
    `${template.closing}\n${facts.organization}`,
  ].join("\n\n");
  // A subject is a header, and a line break in it would begin another header.
  return { subject: oneLine(subject, 200), text };
}

function wordsOf(language: Language, currency: string): Words {
  return {
    money: (amount) => formatMoney(amount, currency, language),
    day: (value) => longDay(value, language),
    quantity: (value) => formatNumber(value, language),
  };
}
