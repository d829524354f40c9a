/** These providers ship, and the database and the settings know the same ones: docs/domain.md, section 5. */
export const paymentDriverNames = ["simulated"] as const;
export type PaymentDriverName = (typeof paymentDriverNames)[number];

/** Says why a payment was not begun: docs/domain.md, section 5. */
export type PaymentRefusal =
  | { reason: "nothing_missing" }
  | { reason: "invoice_paid" }
  | { reason: "not_payer"; payer: string }
  /** The money would not execute the order, since the account that orders or pays is not active. */
  | { reason: "account_inactive" }
  | { reason: "no_provider" }
  | { reason: "no_answer" };

export function describePaymentRefusal(refusal: PaymentRefusal): string {
  switch (refusal.reason) {
    case "nothing_missing":
      return "No credit is missing for this order any more. Nothing was charged.";
    case "invoice_paid":
      return "This invoice is paid already. Nothing was charged.";
    case "not_payer":
      return `${refusal.payer} is invoiced for this order and pays for it. Nothing was charged.`;
    case "account_inactive":
      return "Nothing was charged, since an account of this order is not active and the order waits. Contact us to have the account activated.";
    case "no_provider":
      return "Payments are not taken here. Get in touch to pay.";
    case "no_answer":
      return "The payment provider does not answer. Nothing was charged: try again in a while.";
  }
}
