import type { Metadata } from "next";
import { EmptyState } from "@/components/feedback/empty-state";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import { Link } from "@/components/layout/link";
import {
  listOwnCreditNotes,
  type OwnCreditNoteRow,
} from "@/lib/server/storefront/billing/queries/own-credit-notes";
import { requireCustomer } from "@/lib/server/storefront/session";
import classes from "../../../_components/billing/billing.module.css";
import { Pages } from "../../../_components/frame/pages";
import { type ShopColumn, ShopTable } from "../../../_components/frame/shop-table";

export const metadata: Metadata = { title: "Credit notes" };

const path = "/storefront/billing/credit-notes";

const columns: ShopColumn<OwnCreditNoteRow>[] = [
  { header: "Credit note", cell: ({ number }) => <Link href={`${path}/${number}`}>{number}</Link> },
  {
    header: "Invoice",
    named: true,
    cell: ({ invoice }) => <Link href={`/storefront/billing/invoices/${invoice}`}>{invoice}</Link>,
  },
  { header: "Issued", cell: ({ issueDate }) => <DateText value={issueDate} /> },
  {
    header: "Total",
    align: "end",
    cell: ({ total, currency }) => <Money amount={total} currency={currency} />,
  },
];

export default async function CreditNotesPage({
  searchParams,
}: PageProps<"/storefront/billing/credit-notes">) {
  const customer = await requireCustomer("storefront:read-bills");
  const page = await listOwnCreditNotes(customer, await searchParams);
  return (
    <>
      <h1 className={classes.title}>Credit notes</h1>
      {page.rows.length === 0 ? (
        <EmptyState title="You have no credit notes">
          You get one when we take back an order that we invoiced.
        </EmptyState>
      ) : (
        <ShopTable label="Credit notes" columns={columns} rows={page.rows} rowId={({ id }) => id} />
      )}
      <Pages label="Pages of credit notes" page={page} />
    </>
  );
}
