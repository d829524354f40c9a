import { orderRefusalWords } from "../order/holds/refusal-told";
import { faultWords } from "../order-status/list/fault-words";
import { fieldWords } from "../refusing/field-words";
import { say, type Words } from "../refusing/words";
import type { Refusal } from "./refusal";
import { approvalWords, basketWords, checkoutWords, fillInWords, paymentWords } from "./storefront-words";

/** Holds what a person reads of a refusal: what happened and what to do, and what is wrong beside which field. */
export type Told = {
  message: string;
  problems: { path: string; message: string }[];
  /** Tells what was sent wrongly from what somebody else changed meanwhile, and from what is not possible. */
  because: "refused" | "invalid" | "conflict";
};

/** Tells a refusal, with days and amounts as the reader writes them. */
export function tellRefusal(refusal: Refusal, locale: string): Told {
  return {
    message: say(words, refusal, locale),
    problems: problemsOf(refusal).map((problem) => ({
      path: problem.path,
      message: say(fieldWords, problem, locale),
    })),
    because: reasons[refusal.reason] ?? "refused",
  };
}

/** Returns what can be corrected in one field each. */
function problemsOf(refusal: Refusal) {
  if (refusal.reason === "invalid_input") return refusal.problems;
  return "path" in refusal && refusal.path !== "" ? [refusal] : [];
}

const reasons: { readonly [Code in Refusal["reason"]]?: Told["because"] } = {
  invalid_input: "invalid",
  statuses_invalid: "invalid",
  statuses_changed: "conflict",
};

const words: Words<Refusal> = {
  ...orderRefusalWords,
  ...fieldWords,
  ...basketWords,
  ...checkoutWords,
  ...approvalWords,
  ...paymentWords,
  ...fillInWords,
  invalid_input: "Nothing was saved. Correct the marked fields.",
  name_used: ({ earlier }) =>
    `Account ${earlier.code} has this name already. Nothing was saved. Save again if there are two of this name.`,
  reference_used: "A payment with this reference was recorded before. Nothing was recorded now.",
  statuses_changed: "Nothing was saved.",
  statuses_invalid: ({ problems }) =>
    [
      "Nothing was saved.",
      ...problems.slice(0, 3).map(({ row, fault }) => `${row}: ${faultWords(fault)}`),
    ].join(" "),
  needs_confirmation: "Nothing was saved.",
  not_understood: "The report could not be understood, so nothing was changed.",
  not_signed: "The report is not signed by the vendor of this task, so nothing was changed.",
  cursor_expired: ({ days }) =>
    `The events after this cursor are older than ${days} days, so you may have missed some. Read what you need anew, then begin without a cursor.`,
  cursor_not_understood: "This is not a cursor of the event feed. Begin without one.",
};
