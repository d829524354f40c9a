import { type Silence, silenceWords } from "./refusing/silence";

/** Says why provisioning did not succeed, as a task, its subscription and the history keep it: docs/domain.md, section 3. */
export type ProvisioningFailure =
  /** Holds what the vendor said, or the person who does it by hand. */
  | { because: "said"; words: string }
  | { because: "silent"; vendor: string; silence: Silence }
  | { because: "never_reported"; vendor: string; times: number }
  | { because: "withdrawn" }
  /** Stands for the simulated vendor, which refuses as many tries as it is told to. */
  | { because: "simulated"; attempt: number };

/** Returns what a person reads of it. */
export function provisioningFailureWords(failure: ProvisioningFailure): string {
  switch (failure.because) {
    case "said":
      return failure.words;
    case "silent":
      return `${failure.vendor} ${silenceWords(failure.silence)}.`;
    case "never_reported":
      return `${failure.vendor} accepted the request ${failure.times} times and never reported back.`;
    case "withdrawn":
      return "This task was withdrawn because the subscription has ended.";
    case "simulated":
      return `The vendor did not accept the request (try ${failure.attempt}).`;
  }
}
