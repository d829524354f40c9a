/** These providers ship, and the database and the settings know the same ones: docs/domain.md, section 5. */
export const paymentDriverNames = ["simulated"] as const;
export type PaymentDriverName = (typeof paymentDriverNames)[number];

/** Says why a payment was not begun: docs/domain.md, section 5. */
export type PaymentRefusal =
  | { reason: "nothing_missing" }
  | { reason: "invoice_paid" }
  | { reason: "not_payer"; payer: string }
  /** The money would not execute the order, since the account that orders or pays is not active. */
  | { reason: "payer_inactive" }
  | { reason: "no_provider" }
  | { reason: "no_answer" };
