import type { Metadata } from "next";
import { EmptyState } from "@/components/feedback/empty-state";
import { LinkButton } from "@/components/layout/link-button";
import { Still } from "@/components/live/still";
import { type Basket, getBasket } from "@/lib/server/storefront/basket/queries/get-basket";
import { type JustOrderedRow, justOrdered } from "@/lib/server/storefront/orders/queries/just-ordered";
import { requireCustomer } from "@/lib/server/storefront/session";
import classes from "../_components/basket/basket.module.css";
import { BasketItemRow } from "../_components/basket/basket-item";
import { BasketSummary } from "../_components/basket/basket-summary";
import { CheckoutLink } from "../_components/basket/checkout-link";
import { ScheduleChoice } from "../_components/basket/schedule-choice";
import { CreditRibbon } from "../_components/billing/credit-ribbon";
import { JustOrdered } from "../_components/orders/just-ordered";

export const metadata: Metadata = { title: "Basket" };

export default async function BasketPage() {
  const customer = await requireCustomer("storefront:buy");
  const basket = await getBasket(customer);
  const isEmpty = !basket || basket.items.length === 0;
  return (
    <Still>
      {/* The focus goes here when the last product is removed. */}
      <h1 tabIndex={-1}>Basket</h1>
      {isEmpty ? <NothingInIt order={await justOrdered(customer)} /> : <Contents basket={basket} />}
    </Still>
  );
}

function NothingInIt({ order }: { order: JustOrderedRow | null }) {
  return (
    <>
      <JustOrdered order={order} />
      <EmptyState
        title="Your basket is empty"
        action={<LinkButton href="/storefront">Look through the catalogue</LinkButton>}
      >
        Your basket keeps what you add, even when you sign out.
      </EmptyState>
    </>
  );
}

function Contents({ basket }: { basket: Basket }) {
  return (
    <>
      <CreditRibbon basket={basket} />
      {basket.nonAutomatic && (
        <p className={classes.apart}>
          Our staff sets this up for you. Place this order before you add products that start at once.
        </p>
      )}
      <div className={classes.columns}>
        <ul className={classes.items} aria-label="Basket">
          {basket.items.map((item) => (
            <BasketItemRow key={item.id} item={item} currency={basket.currency} />
          ))}
        </ul>
        <BasketSummary basket={basket}>
          <ScheduleChoice schedule={basket.schedule} />
          <CheckoutLink />
        </BasketSummary>
      </div>
    </>
  );
}
