/** Says why a message was not sent: docs/domain.md, section 5, "Messages". */
export type SendFailure =
  /** The worker was interrupted on each try. */
  | { because: "interrupted" }
  /** The mail server refused it or could not be reached, in its own words or in those of the network. */
  | { because: "refused"; words: string };

/** Returns the failure in words. */
export function sendFailureWords(failure: SendFailure): string {
  return failure.because === "interrupted"
    ? "The worker was interrupted at each try. The message may have been sent all the same."
    : failure.words;
}
