/** Says why a message was not sent: docs/domain.md, section 5, "Messages". */
export type SendFailure =
  /** The worker was interrupted on each try. */
  | { because: "interrupted" }
  /** The mail server refused it or could not be reached, in its own words or in those of the network. */
  | { because: "refused"; words: string }
  /** The one-time link that it carries was used, replaced or voided before. */
  | { because: "link_over" };

/** Returns the failure in words. */
export function sendFailureWords(failure: SendFailure): string {
  if (failure.because === "refused") return failure.words;
  return failure.because === "interrupted"
    ? "The worker was interrupted at each try. The message may have been sent all the same."
    : "The link in it was replaced or is no longer needed, so we did not send it.";
}
