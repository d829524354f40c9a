import "server-only";

/** What a provider is to collect. */
export type PaymentOrder = {
  /** The same however often it is opened, so that the provider opens it once. */
  id: string;
  /** Exact decimal. */
  amount: string;
  currency: string;
  /** What the customer reads on the provider's page. */
  description: string;
  /** Where the provider's page leads back to, paid or not. */
  returnUrl: string;
  /** Where the provider tells us, whether the customer comes back or not. */
  noticeUrl: string;
};

export type PaymentState = "open" | "paid" | "failed";

/**
 * One way for customers to pay, on a page that the provider hosts. It is called outside of any transaction; whether
 * something is paid is always asked of the provider and never taken from the browser.
 */
export type PaymentDriver = {
  /** How the provider calls it, and its page for the customer. */
  open(order: PaymentOrder): Promise<{ reference: string; page: string }>;
  state(reference: string): Promise<PaymentState>;
  /** The payment that an authentic notice of the provider is about; null when it is not authentic. */
  readNotice(body: string, headers: Headers): string | null;
};
