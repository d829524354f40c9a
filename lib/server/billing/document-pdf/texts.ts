import type { BillingDocument } from "@/lib/domain/billing-document/billing-document";
import { notationOf } from "@/lib/domain/billing-document/words";

/** Returns the texts of a document that Inter may lack letters for: what people typed, and the currency sign. */
export function textsOf(document: BillingDocument): string[] {
  return [notationOf(document).money("1"), ...strings({ ...document, look: null })];
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(strings) : [];
}
