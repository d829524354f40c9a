import type { ReactNode } from "react";
import { Money } from "@/components/format/money";
import type { Gate } from "@/lib/domain/order/holds/gates";
import { isFinal } from "@/lib/domain/order-status/combination";
import type { OwnOrder } from "@/lib/server/storefront/orders/queries/get-own-order";
import type { PaymentOutcome } from "@/lib/server/storefront/payments/queries/own-payments";
import { RefreshWhile } from "../frame/refresh-while";
import classes from "../orders/order-page.module.css";

interface PaymentResultProps {
  payment: PaymentOutcome | null;
  /** Tells what became of what was paid for. */
  paid: ReactNode;
}

/** Tells what became of the payment that a customer comes back from. */
export function PaymentResult({ payment, paid }: PaymentResultProps) {
  if (!payment) return null;
  if (payment.state === "paid") {
    return (
      <p role="status" className={classes.thanks}>
        We received your payment of <Money amount={payment.amount} currency={payment.currency} />. {paid}
      </p>
    );
  }
  return (
    <p role="status" className={classes.notice}>
      {payment.state === "failed" ? (
        "The payment did not go through, and nothing was charged."
      ) : (
        <>
          Your payment is not confirmed yet. We count it as soon as it is.
          <RefreshWhile />
        </>
      )}
    </p>
  );
}

/** Tells what the payment did for its order: executed it, or what the order still waits for. */
export function OrderOutcome({ code, status, holds }: Pick<OwnOrder, "code" | "status" | "holds">) {
  if (status.type === "automatic_execute") return `Order ${code} is executed.`;
  if (isFinal(status.type)) return `Order ${code} is canceled, so it is credit on your account.`;
  if (holds.length > 0) {
    return `Order ${code} still waits for: ${holds.map(({ gate }) => waitsFor[gate]).join(", ")}.`;
  }
  return (
    <>
      We are now processing order {code}.
      <RefreshWhile />
    </>
  );
}

const waitsFor: Record<Gate["gate"], string> = {
  inactive_account: "an account that is not active",
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
