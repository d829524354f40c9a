import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DateText } from "@/components/date";
import { Link } from "@/components/link";
import { Money } from "@/components/money";
import { Quantity } from "@/components/numbers";
import { getBasket } from "@/lib/server/storefront/basket/read";
import { paymentOutcome } from "@/lib/server/storefront/payments/own";
import { requireCustomer } from "@/lib/server/storefront/session";
import classes from "../_components/basket.module.css";
import { BasketSummary } from "../_components/basket-summary";
import { CreditRibbon } from "../_components/credit-ribbon";
import { PaymentResult } from "../_components/payment-result";
import { PlaceOrder } from "../_components/place-order";

export const metadata: Metadata = { title: "Checkout" };

export default async function CheckoutPage({ searchParams }: PageProps<"/storefront/checkout">) {
  const customer = await requireCustomer();
  const [basket, payment] = await Promise.all([
    getBasket(customer),
    paymentOutcome(customer, (await searchParams).payment),
  ]);
  if (!basket || basket.items.length === 0) redirect("/storefront/basket");

  const missing = basket.items.flatMap(({ description, requiredConfiguration, configuration }) =>
    requiredConfiguration
      .filter((name) => !configuration[name]?.trim())
      .map((name) => `${name} of ${description}`),
  );
  return (
    <>
      <h1>Checkout</h1>
      <PaymentResult
        payment={payment}
        paid="It is reserved for this order. Place the order to complete it."
      />
      <CreditRibbon basket={basket} />
      <div className={classes.columns}>
        <div className={classes.review}>
          <ul className={classes.lines} aria-label="Your order">
            {basket.items.map((item) => (
              <li key={item.id}>
                <span>
                  <Quantity value={item.quantity} /> × {item.description}
                </span>
                <Money amount={item.net} currency={basket.currency} />
              </li>
            ))}
          </ul>
          {basket.schedule.day && (
            <p>
              It is executed on <DateText value={basket.schedule.day} />, at the prices of that day.
            </p>
          )}
          {basket.billingTo && <p>The invoice goes to {basket.billingTo}.</p>}
          {basket.approvedBy && <p>{basket.approvedBy} approves the order before it is carried out.</p>}
          {basket.nonAutomatic && <p>Our staff sets this up for you. You see in Billing when it is done.</p>}
          {missing.length > 0 && (
            <p>
              Still missing: {missing.join(", ")}. The order waits for it; you can{" "}
              <Link href="/storefront/basket">fill it in now</Link>.
            </p>
          )}
        </div>
        <BasketSummary basket={basket}>
          {basket.accountInactive ? (
            <p>You can place this order once your account is active. Your basket is kept.</p>
          ) : (
            <PlaceOrder code={basket.code} version={basket.version} total={basket.totals.finalPrice} />
          )}
        </BasketSummary>
      </div>
    </>
  );
}
