import type { ToldHold } from "./holds";

/** Emails tell customers, resellers and staff what happens to orders: docs/domain.md, section 5, "Messages". */

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

/** Names a message to a person about how they sign in: docs/domain.md, section 7. */
export type PersonLetterType =
  | "invitation"
  | "password_link"
  | "email_link"
  | "email_change"
  | "password_changed"
  | "second_factor_added"
  | "second_factor_removed"
  | "second_factor_reset"
  | "recovery_code_used"
  | "recovery_codes_made"
  | "identity_linked"
  | "identity_unlinked";

/** Names a message about no order. The first one goes to administrators, the others to the person whom they are about. */
export type NoticeType = "webhook_disabled" | "sign_in_locked" | PersonLetterType;

/** Tells whether a message is about no order. */
export function isNotice(type: MessageType | NoticeType): type is NoticeType {
  return !messageTypes.some((one) => one === type);
}

export const messageTypeLabels: Record<MessageType | NoticeType, string> = {
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
  webhook_disabled: "Webhook disabled",
  sign_in_locked: "Sign-in locked",
  invitation: "Invitation",
  password_link: "Link for a new password",
  email_link: "Confirmation of an email address",
  email_change: "Change of an email address",
  password_changed: "Password changed",
  second_factor_added: "Second factor added",
  second_factor_removed: "Second factor removed",
  second_factor_reset: "Second factor reset",
  recovery_code_used: "Recovery code used",
  recovery_codes_made: "Recovery codes made",
  identity_linked: "Single sign-on linked",
  identity_unlinked: "Single sign-on unlinked",
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

/** Sets the language of messages to staff, because BSS itself is in English. */
export const staffLanguage: Language = "en";

export const languageLabels: Record<Language, string> = { en: "English", de: "German" };

/** Says what becomes of a customer's payment and of its order. */
export type AfterPayment =
  | "invoice"
  | "order_it"
  | "execute"
  | "on_its_day"
  | "approval"
  | "waits"
  | "credit";

/** Holds all that a template can tell. Amounts are decimal text in the currency, days are "2026-12-03". */
export type MessageFacts = {
  order: string;
  account: string;
  organization: string;
  currency: string;
  /** Includes tax. */
  total: string;
  lines: readonly { quantity: number; product: string }[];
  /** Leads the reader to the order. */
  url: string;
  /** Holds the execution date. */
  day?: string;
  /** Holds what keeps the order from being executed, as far as its customer may know. */
  holds?: readonly ToldHold[];
  /** Holds the total including tax before the prices changed. */
  totalBefore?: string;
  creditNotes?: readonly string[];
  /** Holds what had been paid of the reversed invoices and is credit now. */
  released?: string;
  /** Says why the order was not executed, was canceled or was approved, in the words of the person who decided. */
  reason?: string;
  invoice?: string;
  /** Holds by how much the order exceeds the credit, and is left out when the credit is another account's. */
  missing?: string | null;
  /** Says that the customer can pay on the order's page, which then executes the order. */
  payable?: boolean;
  /** Holds the amount that came in for the order, and what happens next. */
  paid?: string;
  next?: AfterPayment;
  /** Says that the scheduler tries again by itself. */
  retried?: boolean;
};

export const maxSendAttempts = 5;
const minutes = 60_000;
/** The worker waits this long after the first, second, … failed try to send. */
const intervals = [1 * minutes, 5 * minutes, 30 * minutes, 120 * minutes];

/** Returns when to try to send again after so many tries, or null after the last. */
export function nextSendAt(attempts: number, now: Date): Date | null {
  const interval = attempts < maxSendAttempts ? intervals[attempts - 1] : undefined;
  return interval === undefined ? null : new Date(now.getTime() + interval);
}

/** Tells whether a person may have the message sent again, also after its address was entered. */
export function mayResend(state: MessageState): boolean {
  return state === "sent" || state === "failed" || state === "no_address";
}
