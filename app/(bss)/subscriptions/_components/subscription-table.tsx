"use client";

import { type DataColumn, type DataFilter, DataTable, unsorted } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import { Percent } from "@/components/format/numbers";
import { Link } from "@/components/layout/link";
import { ProvisioningBadge } from "@/components/status/provisioning-badge";
import type { Terms } from "@/lib/domain/order/amounts/subscription-terms";
import { billingPeriodLabels } from "@/lib/domain/product";
import { provisioningStateLabels, provisioningStates } from "@/lib/domain/provisioning";
import type { Page } from "@/lib/server/kernel/keyset";
import type { SubscriptionRow } from "@/lib/server/subscriptions/queries/subscriptions";
import classes from "./subscription.module.css";

const columns: DataColumn<SubscriptionRow>[] = [
  {
    id: "description",
    header: "Subscription",
    sort: "name",
    cell: ({ id, description, trial, endDate }) => (
      <span>
        <Link href={`/subscriptions/${id}`}>{description}</Link>
        {trial && <span className={classes.mark}>Trial</span>}
        {endDate && <span className={classes.mark}>Canceled</span>}
      </span>
    ),
  },
  {
    id: "account",
    header: "Account",
    cell: ({ account }) => <Link href={`/accounts/${account.code}`}>{account.name}</Link>,
  },
  {
    id: "order",
    header: "Order",
    priority: "medium",
    cell: ({ orderCode }) => <Link href={`/orders/${orderCode}`}>{orderCode}</Link>,
  },
  {
    id: "start",
    header: "Start date",
    sort: "start",
    priority: "medium",
    cell: ({ startDate }) => <DateText value={startDate} />,
    card: "hidden",
  },
  {
    id: "provisioning",
    header: "Provisioning",
    cell: ({ provisioning, endDate }) => (
      <ProvisioningBadge state={provisioning.state} ended={endDate !== null} />
    ),
    card: "aside",
  },
  { id: "quantity", header: "Quantity", align: "end", cell: ({ quantity }) => quantity },
  {
    id: "price",
    header: "Net price",
    align: "end",
    cell: ({ terms, net, currency, billingPeriod }) => (
      <span>
        <Money amount={net} currency={currency} />{" "}
        <span className={classes.period}>{billingPeriodLabels[billingPeriod]}</span>
        {discountsIn(terms).map((percent) => (
          <span key={percent} className={classes.period}>
            , −<Percent value={percent} />
          </span>
        ))}
      </span>
    ),
  },
];

/** Returns the discounts of a subscription, since units that were added later may have another one. */
function discountsIn(terms: Terms[]): string[] {
  const percents = terms.map(({ discountPercent }) => discountPercent);
  return [...new Set(percents)].filter((percent) => Number(percent) > 0);
}

const ownColumns = unsorted(columns.filter(({ id }) => id !== "account"));

const ownFilters: DataFilter[] = [
  {
    name: "provisioning",
    label: "Provisioning",
    options: provisioningStates.map((value) => ({ value, label: provisioningStateLabels[value] })),
  },
  {
    name: "type",
    label: "Type",
    options: [
      { value: "subscription", label: "Subscription" },
      { value: "asset", label: "Asset" },
    ],
  },
];

interface SubscriptionTableProps {
  page: Page<SubscriptionRow>;
  filters?: DataFilter[];
  /** Names a short list on an account's page, which has no search and no pages. */
  part?: string;
}

export function SubscriptionTable({ page, filters = [], part }: SubscriptionTableProps) {
  return (
    <DataTable
      label={part ?? "Subscriptions"}
      columns={part ? ownColumns : columns}
      rows={page.rows}
      rowId={({ id }) => id}
      rowName={({ description, orderCode }) => `${description} of order ${orderCode}`}
      grows={part !== undefined}
      {...(!part && {
        page,
        defaultSort: "-made",
        search: "Search subscriptions",
        filters: [...ownFilters, ...filters],
      })}
      empty={
        <EmptyState title="There is no subscription or asset yet">
          They appear when an order for such products is executed.
        </EmptyState>
      }
    />
  );
}
