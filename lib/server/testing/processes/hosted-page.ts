import "server-only";
import type { PaymentDriver, PaymentOrder, PaymentState } from "../../storefront/payments/drivers/driver";

/**
 * Simulates a payment provider with an external page of its own: it holds what it is to collect, and what came of it.
 */
export class HostedPage implements PaymentDriver {
  readonly opened = new Map<string, PaymentOrder>();
  readonly states = new Map<string, PaymentState>();
  /** Makes it answer nothing while this is set. */
  down = false;

  async open(order: PaymentOrder) {
    if (this.down) throw new Error("The provider is down");
    const reference = `hosted-${order.id}`;
    this.opened.set(reference, order);
    this.states.set(reference, this.states.get(reference) ?? "open");
    return { reference, page: `https://pay.example/${reference}` };
  }

  async state(reference: string) {
    if (this.down) throw new Error("The provider is down");
    return this.states.get(reference) ?? "failed";
  }

  async cancel(reference: string) {
    if (this.down) throw new Error("The provider is down");
    if (this.states.get(reference) === "open") this.states.set(reference, "failed");
  }

  readNotice(body: string, headers: Headers) {
    return headers.get("x-hosted") === "authentic" ? body : null;
  }
}
