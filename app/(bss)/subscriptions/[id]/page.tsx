import type { Metadata } from "next";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import { SubscriptionTerms } from "@/components/format/subscription-terms";
import { Link } from "@/components/layout/link";
import { PageHeader } from "@/components/layout/page-header";
import { RefreshOnChange } from "@/components/live/live";
import { ProvisioningBadge } from "@/components/status/provisioning-badge";
import { billingPeriodLabels } from "@/lib/domain/product";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { getSubscription } from "@/lib/server/subscriptions/queries/subscriptions";
import { found } from "../../../_components/found";
import { StartDate } from "../../../_components/start-date";
import { Facts } from "../../_components/facts";
import { Section } from "../../_components/section";
import { ProvisioningTask } from "../_components/provisioning-task";

export async function generateMetadata({ params }: PageProps<"/subscriptions/[id]">): Promise<Metadata> {
  const ctx = await requireCtx("subscription:read");
  const subscription = await found(getSubscription, ctx, (await params).id);
  return { title: subscription.description };
}

export default async function SubscriptionPage({ params }: PageProps<"/subscriptions/[id]">) {
  const ctx = await requireCtx("subscription:read");
  const subscription = await found(getSubscription, ctx, (await params).id);
  const { account, orderCode, endDate, provisioning, configuration, tasks } = subscription;
  return (
    <RefreshOnChange topic="subscriptions">
      <PageHeader
        title={subscription.description}
        badge={<ProvisioningBadge state={provisioning.state} ended={endDate !== null} name="Provisioning" />}
        meta={
          <>
            {subscription.type === "asset"
              ? "Asset"
              : subscription.trial
                ? "Trial subscription"
                : "Subscription"}
            , <StartDate day={subscription.startDate} />
          </>
        }
      />
      <Facts
        facts={[
          { label: "Account", value: <Link href={`/accounts/${account.code}`}>{account.name}</Link> },
          { label: "Order", value: <Link href={`/orders/${orderCode}`}>{orderCode}</Link> },
          {
            label: "Product",
            value: <Link href={`/products/${subscription.productCode}`}>{subscription.productCode}</Link>,
          },
          { label: "Start date", value: <DateText value={subscription.startDate} /> },
          subscription.trialEndsOn !== null && {
            label: "Trial ends",
            value: <DateText value={subscription.trialEndsOn} />,
          },
          endDate !== null && { label: "Canceled, last day", value: <DateText value={endDate} /> },
          { label: "Quantity", value: subscription.quantity },
          {
            label: "Price",
            value: <SubscriptionTerms {...subscription} />,
          },
          {
            label: "Net price",
            value: (
              <>
                <Money amount={subscription.net} currency={subscription.currency} />{" "}
                {billingPeriodLabels[subscription.billingPeriod]}
              </>
            ),
          },
          ...configuration.map(({ name, value }) => ({ label: name, value })),
        ]}
      />
      <Section title="Provisioning">
        {tasks.map((task) => (
          <ProvisioningTask key={task.id} task={task} what={subscription.description} />
        ))}
      </Section>
    </RefreshOnChange>
  );
}
