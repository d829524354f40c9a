import "server-only";

/** Holds what a provider is to collect. */
export type PaymentOrder = {
  /** Identifies the payment. It stays the same each time it is opened, so that the provider opens it only once. */
  id: string;
  /** Holds an exact decimal. */
  amount: string;
  currency: string;
  /** Holds the text that the customer reads on the provider's page. */
  description: string;
  /** Holds the address that the provider's page leads back to, paid or not. */
  returnUrl: string;
  /** Holds the address that the provider notifies, whether the customer comes back or not. */
  noticeUrl: string;
};

export type PaymentState = "open" | "paid" | "failed";

/** Says also that a payment is void, since another one of the same order was paid. No provider says so. */
export type RequestState = PaymentState | "void";

/**
 * Describes a way for customers to pay on a page that the provider hosts; it is called outside any transaction. Only the
 * provider is asked whether something is paid, never the browser.
 */
export type PaymentDriver = {
  /** Opens the payment and returns the provider's reference and its page for the customer. */
  open(order: PaymentOrder): Promise<{ reference: string; page: string }>;
  state(reference: string): Promise<PaymentState>;
  /** Asks the provider to take no more money for the payment. */
  cancel(reference: string): Promise<void>;
  /**
   * Returns the payment that an authentic notice of the provider is about, or null if the notice is not authentic.
   */
  readNotice(body: string, headers: Headers): string | null;
};
