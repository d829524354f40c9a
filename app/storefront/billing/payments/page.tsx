import type { Metadata } from "next";
import { EmptyState } from "@/components/feedback/empty-state";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import { Link } from "@/components/layout/link";
import {
  getOwnCredit,
  listOwnPayments,
  type OwnPaymentRow,
} from "@/lib/server/storefront/billing/queries/own-bills";
import { requireCustomer } from "@/lib/server/storefront/session";
import classes from "../../_components/billing/billing.module.css";
import { CreditLine } from "../../_components/billing/credit-line";
import { Pages } from "../../_components/frame/pages";
import { type ShopColumn, ShopTable } from "../../_components/frame/shop-table";

export const metadata: Metadata = { title: "Payments" };

const columns: ShopColumn<OwnPaymentRow>[] = [
  { header: "Received", cell: ({ receivedOn }) => <DateText value={receivedOn} /> },
  {
    header: "Amount",
    align: "end",
    cell: ({ amount, currency }) => <Money amount={amount} currency={currency} />,
  },
  { header: "Reference", cell: ({ reference }) => reference || "–" },
  { header: "State", cell: (payment) => <State {...payment} /> },
];

function State({ reversed, reservedFor }: OwnPaymentRow) {
  if (reversed) return "Reversed";
  if (!reservedFor) return "On your account";
  return (
    <>
      Reserved for order <Link href={`/storefront/billing/orders/${reservedFor}`}>{reservedFor}</Link>
    </>
  );
}

export default async function PaymentsPage({ searchParams }: PageProps<"/storefront/billing/payments">) {
  const customer = await requireCustomer("storefront:read-bills");
  const [page, credit] = await Promise.all([
    listOwnPayments(customer, await searchParams),
    getOwnCredit(customer),
  ]);
  return (
    <>
      <h1 className={classes.title}>Payments</h1>
      <CreditLine credit={credit} />
      {page.rows.length === 0 ? (
        <EmptyState title="You have not paid anything yet">Your payments appear here.</EmptyState>
      ) : (
        <ShopTable label="Payments" columns={columns} rows={page.rows} rowId={({ id }) => id} />
      )}
      <Pages label="Pages of payments" page={page} />
    </>
  );
}
