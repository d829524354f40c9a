import type { Metadata } from "next";
import { EmptyState } from "@/components/feedback/empty-state";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import {
  getOwnCredit,
  listOwnInvoices,
  type OwnInvoiceRow,
} from "@/lib/server/storefront/billing/queries/own-bills";
import { requireCustomer } from "@/lib/server/storefront/session";
import { BillName } from "../../../../_components/bill/bill-name";
import { DueDate } from "../../../../_components/bill/due-date";
import classes from "../../../_components/billing/billing.module.css";
import { CreditLine } from "../../../_components/billing/credit-line";
import { PayInvoice } from "../../../_components/billing/pay-invoice";
import { Pages } from "../../../_components/frame/pages";
import { type ShopColumn, ShopTable } from "../../../_components/frame/shop-table";

export const metadata: Metadata = { title: "Invoices" };

const columns: ShopColumn<OwnInvoiceRow>[] = [
  {
    header: "Invoice",
    cell: ({ number, externalId }) => (
      <BillName href={`/storefront/billing/invoices/${number}`} number={number} externalId={externalId} />
    ),
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
  const customer = await requireCustomer("storefront:read-bills");
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
          You get an invoice with each order that we carry out.
        </EmptyState>
      ) : (
        <ShopTable label="Invoices" columns={columns} rows={page.rows} rowId={({ id }) => id} />
      )}
      <Pages label="Pages of invoices" page={page} />
    </>
  );
}
