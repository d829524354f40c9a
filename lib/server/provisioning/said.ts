import "server-only";
import type { ProvisioningFailure } from "@/lib/domain/provisioning-failure";
import { oneLine } from "@/lib/domain/values/one-line";

/** Keeps the words of a vendor or a person about a failure, on one line of at most 500 characters. */
export function said(words: string): ProvisioningFailure {
  return { because: "said", words: oneLine(words, 500) };
}
