import type { ToldHold } from "./holds";
import type { MessageFacts, MessageType } from "./message";

/** A message before it is laid out: plain text, line breaks only between paragraphs. */
export type Content = { subject: string; paragraphs: string[] };

/** How values are written in the language. */
export type Words = {
  money: (amount: string) => string;
  day: (day: string) => string;
  quantity: (value: number) => string;
};

/** A sentence for each thing that may hold an order. */
export type HoldWords = Record<ToldHold["gate"], (hold: ToldHold, words: Words) => string>;

export type Template = {
  greeting: (recipient: string) => string;
  /** Heads the list of products, and its last line. */
  ordered: string;
  total: string;
  open: string;
  closing: string;
  messages: Record<MessageType, (facts: MessageFacts, words: Words) => Content>;
};
