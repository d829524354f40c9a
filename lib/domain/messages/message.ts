import type { ToldHold } from "./holds";

/** What customers, resellers and staff are told by email: docs/domain.md, section 5, "Messages". */

export const messageTypes = [
  "confirmation",
  "submitted_without_credit",
  "scheduled",
  "schedule_failed",
  "executed",
  "approval_wanted",
  "approved",
  "cancelled",
  "payment_received",
  "trial_ends",
  "price_changed",
  "reversed",
] as const;
export type MessageType = (typeof messageTypes)[number];

export const messageTypeLabels: Record<MessageType, string> = {
  confirmation: "Order confirmation",
  submitted_without_credit: "Submitted without credit",
  scheduled: "Scheduled",
  schedule_failed: "Schedule failed",
  executed: "Executed",
  approval_wanted: "Approval wanted",
  approved: "Approved",
  cancelled: "Cancelled",
  payment_received: "Payment received",
  trial_ends: "Trial ends",
  price_changed: "Price changed",
  reversed: "Execution reversed",
};

export const messageStates = ["waiting", "sending", "sent", "failed", "no_address"] as const;
export type MessageState = (typeof messageStates)[number];

export const messageStateLabels: Record<MessageState, string> = {
  waiting: "Waiting",
  sending: "Being sent",
  sent: "Sent",
  failed: "Failed",
  no_address: "No address",
};

export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

export const languageLabels: Record<Language, string> = { en: "English", de: "German" };

/** What becomes of a payment of a customer, and of its order. */
export type AfterPayment =
  | "invoice"
  | "order_it"
  | "execute"
  | "on_its_day"
  | "approval"
  | "waits"
  | "credit";

/** All that a template may tell. Amounts are decimal text in the currency, days "2026-12-03". */
export type MessageFacts = {
  order: string;
  account: string;
  organization: string;
  currency: string;
  /** Including tax. */
  total: string;
  lines: readonly { quantity: number; product: string }[];
  /** Where the reader sees the order. */
  url: string;
  /** The execution date. */
  day?: string;
  /** What keeps the order from being executed, as far as its customer may know. */
  holds?: readonly ToldHold[];
  /** Including tax, before the prices changed. */
  totalBefore?: string;
  creditNotes?: readonly string[];
  /** What had been paid of the reversed invoices, and is credit now. */
  released?: string;
  /** Why it was not executed, was canceled or approved, in the words of the person who said so. */
  reason?: string;
  invoice?: string;
  /** By which the order exceeds the credit; left out where it is another account's. */
  missing?: string | null;
  /** It can be paid on the order's page, which then executes the order. */
  payable?: boolean;
  /** What came in for the order, and what happens next. */
  paid?: string;
  next?: AfterPayment;
  /** The scheduler tries again by itself. */
  retried?: boolean;
};

export const maxSendAttempts = 5;
const minutes = 60_000;
/** After the first, second, … failed try to send. */
const intervals = [1 * minutes, 5 * minutes, 30 * minutes, 120 * minutes];

/** When to try to send again after so many tries, or null after the last. */
export function nextSendAt(attempts: number, now: Date): Date | null {
  const interval = attempts < maxSendAttempts ? intervals[attempts - 1] : undefined;
  return interval === undefined ? null : new Date(now.getTime() + interval);
}

/** A person may have it sent (again), also after its address was entered. */
export function mayResend(state: MessageState): boolean {
  return state === "sent" || state === "failed" || state === "no_address";
}
