import type { ReactNode } from "react";
import { Money } from "@/components/format/money";
import { isFinal } from "@/lib/domain/order-status/combination";
import { heldForWords } from "@/lib/domain/storefront/hold";
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
  if (payment.state === "void") {
    return (
      <p role="status" className={classes.notice}>
        This payment is no longer needed, because another one was made. Nothing was charged for it.
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
    return `Order ${code} still waits for: ${holds.map(({ gate }) => heldForWords[gate]).join(", ")}.`;
  }
  return (
    <>
      We are now processing order {code}.
      <RefreshWhile />
    </>
  );
}
