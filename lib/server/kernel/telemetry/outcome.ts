/**
 * Returns the word by which what was answered is measured. `failed` is what nobody expected, so that an alert can tell it from a
 * task that tried what it could and says that it failed.
 */
export function measuredOutcome(answered: string): string {
  return answered === "failed" ? "given_up" : answered;
}
