import type { Metadata } from "next";
import { EmptyState } from "@/components/feedback/empty-state";
import {
  listCustomers,
  type ResellerCustomer,
} from "@/lib/server/storefront/approvals/queries/list-customers";
import { requireReseller } from "@/lib/server/storefront/session";
import { ApprovalTabs } from "../_components/approvals/approval-tabs";
import { OrderApproval } from "../_components/approvals/order-approval";
import { Pages } from "../_components/frame/pages";
import { type ShopColumn, ShopTable } from "../_components/frame/shop-table";

export const metadata: Metadata = { title: "Customers" };

const columns: ShopColumn<ResellerCustomer>[] = [
  { header: "Customer", cell: ({ name }) => name },
  { header: "Account", cell: ({ code }) => code },
  { header: "Order approval", cell: (customer) => <OrderApproval customer={customer} /> },
];

export default async function CustomersPage({ searchParams }: PageProps<"/storefront/customers">) {
  const page = await listCustomers(await requireReseller(), await searchParams);
  return (
    <>
      <h1>Customers</h1>
      <ApprovalTabs current="customers" />
      {page.rows.length === 0 ? (
        <EmptyState title="You have no customers yet">Your provider assigns them to you.</EmptyState>
      ) : (
        <ShopTable label="Customers" columns={columns} rows={page.rows} rowId={({ id }) => id} />
      )}
      <Pages label="Pages of customers" page={page} />
    </>
  );
}
