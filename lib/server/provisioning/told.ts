import "server-only";
import { type ProvisioningFailure, provisioningFailureWords } from "@/lib/domain/provisioning-failure";

/** Returns in words the failure that a row of a task or subscription keeps. */
export function toldFailure(kept: unknown): string | null {
  return kept ? provisioningFailureWords(kept as ProvisioningFailure) : null;
}
