import { Money } from "@/components/money";
import type { Gate } from "@/lib/domain/order/gates";
import { isFinal } from "@/lib/domain/order-status/combination";
import type { OwnOrder } from "@/lib/server/storefront/orders/detail";
import type { PaymentOutcome } from "@/lib/server/storefront/payments/own";
import classes from "./order-page.module.css";
import { RefreshWhile } from "./refresh-while";

interface PaymentResultProps {
  payment: PaymentOutcome | null;
  /** What was paid for, once it is placed; before, it is the basket. */
  order?: Pick<OwnOrder, "code" | "status" | "holds">;
}

/** What became of the payment that a customer comes back from, and of what it was made for. */
export function PaymentResult({ payment, order }: PaymentResultProps) {
  if (!payment) return null;
  if (payment.state === "failed") {
    return (
      <p role="status" className={classes.notice}>
        The payment was not made. Nothing was charged.
      </p>
    );
  }
  if (payment.state === "open") {
    return (
      <p role="status" className={classes.notice}>
        Your payment is not confirmed yet. It counts as soon as it is. <RefreshWhile />
      </p>
    );
  }
  const next = order ? outcomeOf(order) : "It is reserved for this order. Place the order to complete it.";
  return (
    <p role="status" className={classes.thanks}>
      We received your payment of <Money amount={payment.amount} currency={payment.currency} />
      {next ? `. ${next}` : ` and are now processing order ${order?.code}.`}
      {next === null && <RefreshWhile />}
    </p>
  );
}

/** Null while it is being executed. */
function outcomeOf({ code, status, holds }: NonNullable<PaymentResultProps["order"]>): string | null {
  if (status.type === "automatic_execute") return `Order ${code} is executed.`;
  if (isFinal(status.type)) return `Order ${code} is canceled, so the amount is credit on your account.`;
  if (holds.length === 0) return null;
  return `Order ${code} still waits for: ${holds.map(({ gate }) => waitsFor[gate]).join(", ")}.`;
}

const waitsFor: Record<Gate["gate"], string> = {
  approval: "your reseller's approval",
  subscription: "a subscription that has ended",
  configuration: "values that are missing",
  not_sold: "a product that is no longer sold",
  vendor: "our supplier",
  credit: "credit",
  credit_check: "the credit check",
  non_automatic: "our staff",
  date: "its execution date",
};
