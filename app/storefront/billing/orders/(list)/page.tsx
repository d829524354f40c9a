import type { Metadata } from "next";
import { EmptyState } from "@/components/feedback/empty-state";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import { Link } from "@/components/layout/link";
import { LinkButton } from "@/components/layout/link-button";
import { listOwnOrders, type OwnOrderRow } from "@/lib/server/storefront/orders/queries/list-own-orders";
import { requireCustomer } from "@/lib/server/storefront/session";
import classes from "../../../_components/billing/billing.module.css";
import { Pages } from "../../../_components/frame/pages";
import { RefreshOnReturn } from "../../../_components/frame/refresh-on-return";
import { type ShopColumn, ShopTable } from "../../../_components/frame/shop-table";
import { StatusLabel } from "../../../_components/orders/status-label";

export const metadata: Metadata = { title: "Orders" };

const columns: ShopColumn<OwnOrderRow>[] = [
  {
    header: "Order no.",
    cell: ({ code }) => <Link href={`/storefront/billing/orders/${code}`}>{code}</Link>,
  },
  { header: "Date", cell: ({ orderDate }) => <DateText value={orderDate} /> },
  {
    header: "Total",
    align: "end",
    cell: ({ total, currency }) => <Money amount={total} currency={currency} />,
  },
  {
    header: "Status",
    cell: ({ status, wouldFail }) => (
      <>
        <StatusLabel status={status} />
        {wouldFail && <span className={classes.warning}>Would not be executed on its day</span>}
      </>
    ),
  },
];

export default async function OrdersPage({ searchParams }: PageProps<"/storefront/billing/orders">) {
  const page = await listOwnOrders(await requireCustomer("storefront:read-orders"), await searchParams);
  return (
    <>
      <RefreshOnReturn />
      <h1 className={classes.title}>Orders</h1>
      {page.rows.length === 0 ? (
        <EmptyState
          title="You have not ordered anything yet"
          action={<LinkButton href="/storefront">Look through the catalogue</LinkButton>}
        />
      ) : (
        <ShopTable label="Orders" columns={columns} rows={page.rows} rowId={({ id }) => id} />
      )}
      <Pages label="Pages of orders" page={page} />
    </>
  );
}
