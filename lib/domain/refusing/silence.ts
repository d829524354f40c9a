/** Says why somebody outside, who was asked over the network, gave no answer: docs/domain.md, section 3, "Calls". */
export type Silence =
  | { is: "not_allowed" | "unreachable" | "not_understood" | "too_long" | "secret_unreadable" }
  | { is: "status"; status: number }
  | { is: "late"; seconds: number }
  /** Was written before the product kept the reason itself. */
  | { is: "in_words"; words: string };

/** Returns words that go on after a name: "did not answer within 5 seconds". */
export function silenceWords(silence: Silence): string {
  switch (silence.is) {
    case "not_allowed":
      return "has an address that is not allowed";
    case "secret_unreadable":
      return "cannot be asked, since its secret cannot be read: renew it in BSS Setup";
    case "unreachable":
      return "could not be reached";
    case "not_understood":
      return "gave an answer that could not be understood";
    case "too_long":
      return "gave too long an answer";
    case "status":
      return `answered with status ${silence.status}`;
    case "in_words":
      return silence.words;
    case "late":
      return `did not answer within ${silence.seconds} second${silence.seconds === 1 ? "" : "s"}`;
  }
}
