import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DateText } from "@/components/format/date";
import { Link } from "@/components/layout/link";
import { type Address, addressLines } from "@/lib/domain/values/address";
import { type BasketItem, getBasket } from "@/lib/server/storefront/basket/queries/get-basket";
import { paymentOutcome } from "@/lib/server/storefront/payments/queries/own-payments";
import { requireCustomer } from "@/lib/server/storefront/session";
import { AddressText } from "../../_components/address-text";
import classes from "../_components/basket/basket.module.css";
import { BasketSummary } from "../_components/basket/basket-summary";
import { PlaceOrder } from "../_components/basket/place-order";
import { CreditRibbon } from "../_components/billing/credit-ribbon";
import { PaymentResult } from "../_components/billing/payment-result";
import { LineList } from "../_components/orders/order-lines";
import sheet from "../_components/orders/order-lines.module.css";

export const metadata: Metadata = { title: "Checkout" };

export default async function CheckoutPage({ searchParams }: PageProps<"/storefront/checkout">) {
  const customer = await requireCustomer("storefront:buy");
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
          <div className={sheet.sheet}>
            <LineList
              label="Your order"
              lines={basket.items.map((item) => ({ ...item, configuration: valuesOf(item) }))}
              currency={basket.currency}
            />
          </div>
          <section aria-labelledby="invoice-to">
            <h2 id="invoice-to">Invoice to</h2>
            <p>{basket.billingTo.name}</p>
            {basket.billingTo.address && <BillingAddress address={basket.billingTo.address} />}
            {basket.billingTo.vatId && <p>VAT ID {basket.billingTo.vatId}</p>}
            {basket.billingTo.other && <p className={classes.dimmed}>This account pays for your orders.</p>}
          </section>
          {basket.schedule.day && (
            <p>
              It is executed on <DateText value={basket.schedule.day} />, at the prices of that day.
            </p>
          )}
          {basket.approvedBy && <p>{basket.approvedBy} approves the order before it is carried out.</p>}
          {basket.nonAutomatic && <p>Our staff set this up for you. Billing shows when it is done.</p>}
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

function BillingAddress({ address }: { address: Address }) {
  if (addressLines(address, "en").length > 0) {
    return (
      <p>
        <AddressText address={address} />
      </p>
    );
  }
  return (
    <p className={classes.dimmed}>We don’t have your address yet. Contact us to have it on your invoices.</p>
  );
}

/** Returns all values of an item, those that the product needs first, whether they are filled in or not. */
function valuesOf({ requiredConfiguration, configuration }: BasketItem): { name: string; value: string }[] {
  const names = new Set([...requiredConfiguration, ...Object.keys(configuration)]);
  return [...names].map((name) => ({ name, value: configuration[name] ?? "" }));
}
