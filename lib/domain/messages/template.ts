import type { ToldHold } from "./holds";
import type { MessageFacts, MessageType } from "./message";

/** Holds a message before it is laid out: plain text with line breaks only between paragraphs. */
export type Content = { subject: string; paragraphs: string[] };

/** Writes values as the language does. */
export type Words = {
  money: (amount: string) => string;
  day: (day: string) => string;
  quantity: (value: number) => string;
};

/** Holds a sentence for each thing that can hold an order. */
export type HoldWords = Record<ToldHold["gate"], (hold: ToldHold, words: Words) => string>;

export type Template = {
  greeting: (recipient: string) => string;
  /** Heads the list of products, and writes its last line. */
  ordered: string;
  total: string;
  open: string;
  closing: string;
  messages: Record<MessageType, (facts: MessageFacts, words: Words) => Content>;
};
