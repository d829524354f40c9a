import type { Metadata } from "next";
import { EmptyState } from "@/components/feedback/empty-state";
import { LinkButton } from "@/components/layout/link-button";
import { listOwnSubscriptions } from "@/lib/server/storefront/billing/queries/own-subscriptions";
import { requireCustomer } from "@/lib/server/storefront/session";
import classes from "../_components/billing/billing.module.css";
import { OwnSubscriptionCard } from "../_components/billing/own-subscription";
import cards from "../_components/billing/own-subscription.module.css";
import { Pages } from "../_components/frame/pages";

export const metadata: Metadata = { title: "Subscriptions" };

export default async function SubscriptionsPage({ searchParams }: PageProps<"/storefront/subscriptions">) {
  const page = await listOwnSubscriptions(
    await requireCustomer("storefront:read-orders"),
    await searchParams,
  );
  return (
    <>
      <h1 className={classes.title}>Subscriptions</h1>
      {page.rows.length === 0 ? (
        <EmptyState
          title="You have no subscriptions yet"
          action={<LinkButton href="/storefront">Look through the catalogue</LinkButton>}
        >
          Your subscriptions appear here once you have bought something that runs on.
        </EmptyState>
      ) : (
        <ul className={cards.cards} aria-label="Subscriptions">
          {page.rows.map((subscription) => (
            <OwnSubscriptionCard key={subscription.id} subscription={subscription} />
          ))}
        </ul>
      )}
      <Pages label="Pages of subscriptions" page={page} />
    </>
  );
}
