import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Money } from "@/components/format/money";
import { getPaymentRequest } from "@/lib/server/storefront/payments/queries/own-payments";
import { requireCustomer } from "@/lib/server/storefront/session";
import { found } from "../../../_components/found";
import { SimulatedPayment } from "../../_components/billing/simulated-payment";
import classes from "../../_components/billing/simulated-payment.module.css";

export const metadata: Metadata = { title: "Simulated payment" };

/** Stands for the page that a provider would host, for the simulated one. */
export default async function SimulatedPaymentPage({ params }: PageProps<"/storefront/payments/[id]">) {
  const request = await found(
    getPaymentRequest,
    await requireCustomer("storefront:buy", "storefront:pay"),
    (await params).id,
  );
  if (request.state !== "open") redirect(`/storefront/payments/${request.id}/return`);
  return (
    <div className={classes.sheet}>
      <h1>Simulated payment</h1>
      <p className={classes.amount}>
        <Money amount={request.amount} currency={request.currency} />
      </p>
      <p>
        For {request.paysFor}. A payment provider would ask for a card here; this one believes you, and no
        money moves.
      </p>
      <SimulatedPayment id={request.id} />
    </div>
  );
}
