import type { BillingDocument } from "@/lib/domain/billing-document/billing-document";
import type { DocumentWords } from "@/lib/domain/billing-document/document-words";
import type { Notation } from "@/lib/domain/billing-document/words";
import type { Pen, Style } from "./pen";

/** Holds what every part of a document draws with. */
export interface Canvas {
  pen: Pen;
  document: BillingDocument;
  words: DocumentWords;
  notation: Notation;
  accent: string;
  /** Separates the lines above it from the seller's details below it. */
  bottom: number;
  /** Begins a page and returns where its content begins. */
  nextPage: () => number;
}

export const page = { width: 595.28, height: 841.89 };
const margin = 56.7;
/** Sets a margin of 20 mm, which is usual for letters. */
export const left = margin;
export const right = page.width - margin;
export const width = right - left;

export const color = {
  text: "#1a1d23",
  dimmed: "#5b6270",
  rule: "#d4d7de",
  panel: "#f5f6f8",
};

export const styles = {
  title: { size: 24, weight: 600, color: color.text },
  seller: { size: 14, weight: 600, color: color.text },
  summary: { size: 15, weight: 600, color: color.text, figures: true },
  strong: { size: 10, weight: 600, color: color.text },
  body: { size: 10, color: color.text },
  label: { size: 9, color: color.dimmed },
  value: { size: 9, color: color.text },
  small: { size: 7.5, color: color.dimmed },
  smallStrong: { size: 7.5, weight: 600, color: color.text },
} satisfies Record<string, Style>;
