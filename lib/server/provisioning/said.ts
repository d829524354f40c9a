import "server-only";
import type { ProvisioningFailure } from "@/lib/domain/provisioning-failure";
import { oneLine } from "@/lib/domain/values/one-line";

/** Keeps what a vendor or a person said of a failure, on one line of at most 500 characters. */
export function said(words: string): ProvisioningFailure {
  return { because: "said", words: oneLine(words, 500) };
}
