import type { Metadata } from "next";
import { DateText } from "@/components/date";
import { EmptyState } from "@/components/empty-state";
import { Link } from "@/components/link";
import { Money } from "@/components/money";
import {
  getOwnCredit,
  listOwnInvoices,
  type OwnInvoiceRow,
} from "@/lib/server/storefront/billing/queries/own-bills";
import { requireCustomer } from "@/lib/server/storefront/session";
import { DueDate } from "../../../../_components/bill/due-date";
import classes from "../../../_components/billing.module.css";
import { CreditLine } from "../../../_components/credit-line";
import { Pages } from "../../../_components/pages";
import { PayInvoice } from "../../../_components/pay-invoice";
import { type ShopColumn, ShopTable } from "../../../_components/shop-table";

export const metadata: Metadata = { title: "Invoices" };

const columns: ShopColumn<OwnInvoiceRow>[] = [
  {
    header: "Invoice",
    cell: ({ number }) => <Link href={`/storefront/billing/invoices/${number}`}>{number}</Link>,
  },
  { header: "Issued", cell: ({ issueDate }) => <DateText value={issueDate} /> },
  { header: "Due", named: true, cell: (invoice) => <DueDate {...invoice} /> },
  {
    header: "Total",
    align: "end",
    cell: ({ total, currency }) => <Money amount={total} currency={currency} />,
  },
  {
    header: "To pay",
    align: "end",
    named: true,
    cell: ({ outstanding, currency }) => <Money amount={outstanding} currency={currency} />,
  },
  {
    header: "Payment",
    align: "end",
    cell: ({ number, mayPay }) => (mayPay ? <PayInvoice number={number} size="compact-sm" /> : "–"),
  },
];

export default async function InvoicesPage({ searchParams }: PageProps<"/storefront/billing/invoices">) {
  const customer = await requireCustomer();
  const [page, credit] = await Promise.all([
    listOwnInvoices(customer, await searchParams),
    getOwnCredit(customer),
  ]);
  return (
    <>
      <h1 className={classes.title}>Invoices</h1>
      <CreditLine credit={credit} />
      {page.rows.length === 0 ? (
        <EmptyState title="You have no invoices yet">
          One comes with each order that is carried out.
        </EmptyState>
      ) : (
        <ShopTable label="Invoices" columns={columns} rows={page.rows} rowId={({ id }) => id} />
      )}
      <Pages label="Pages of invoices" page={page} path="/storefront/billing/invoices" />
    </>
  );
}
