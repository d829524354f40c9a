import type { BillingDocument } from "@/lib/domain/billing-document/billing-document";
import { notationOf } from "@/lib/domain/billing-document/words";

/** Returns all texts of a document that Inter may have no letters for: what people typed, and the currency's sign. */
export function textsOf(document: BillingDocument): string[] {
  return [notationOf(document).money("1"), ...strings({ ...document, look: null })];
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(strings) : [];
}
