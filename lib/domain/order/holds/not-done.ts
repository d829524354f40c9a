import type { OrderRefusal } from "./refusal";

/** Says why an order was not done, as a bulk run or the scheduler keeps it for people who look later. */
export type NotDone =
  | OrderRefusal
  /** The person in whose name a bulk run acts may not do it any more. */
  | { reason: "no_longer_allowed"; person: string }
  /** The scheduler was interrupted on each try. */
  | { reason: "interrupted" }
  /** Something failed on our side. The log has it under this id. */
  | { reason: "failed_here"; error: string }
  /** Was written before the product kept the reason itself. */
  | { reason: "in_words"; words: string };
