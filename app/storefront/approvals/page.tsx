import type { Metadata } from "next";
import { EmptyState } from "@/components/feedback/empty-state";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import { Link } from "@/components/layout/link";
import { ListApprovalsInput } from "@/lib/schemas/storefront";
import { type ApprovalRow, listApprovals } from "@/lib/server/storefront/approvals/queries/approvals";
import { requireReseller } from "@/lib/server/storefront/session";
import { ApprovalTabs } from "../_components/approvals/approval-tabs";
import { Decide } from "../_components/approvals/decide";
import { Pages } from "../_components/frame/pages";
import { RefreshOnReturn } from "../_components/frame/refresh-on-return";
import { type ShopColumn, ShopTable } from "../_components/frame/shop-table";
import { StatusLabel } from "../_components/orders/status-label";

export const metadata: Metadata = { title: "Approvals" };

const order: ShopColumn<ApprovalRow> = {
  header: "Order no.",
  cell: ({ code }) => <Link href={`/storefront/approvals/${code}`}>{code}</Link>,
};
const customer: ShopColumn<ApprovalRow> = { header: "Customer", cell: (row) => row.customer };
const date: ShopColumn<ApprovalRow> = {
  header: "Date",
  cell: ({ orderDate }) => <DateText value={orderDate} />,
};
const amounts: ShopColumn<ApprovalRow>[] = [
  {
    header: "Total",
    align: "end",
    cell: ({ total, currency }) => <Money amount={total} currency={currency} />,
  },
  {
    header: "Margin",
    align: "end",
    named: true,
    cell: ({ margin, currency }) => <Money amount={margin} currency={currency} />,
  },
];
const waiting: ShopColumn<ApprovalRow>[] = [
  order,
  customer,
  date,
  ...amounts,
  { header: "Credit", named: true, cell: (row) => <CreditLeft {...row} /> },
  { header: "Decision", cell: ({ code, version, total }) => <Decide {...{ code, version, total }} /> },
];
const all: ShopColumn<ApprovalRow>[] = [
  order,
  customer,
  date,
  ...amounts,
  { header: "Status", cell: ({ status }) => <StatusLabel status={status} /> },
];

export default async function ApprovalsPage({ searchParams }: PageProps<"/storefront/approvals">) {
  const reseller = await requireReseller();
  const input = await searchParams;
  const { show } = ListApprovalsInput.parse(input);
  const page = await listApprovals(reseller, input);
  const isQueue = show === "waiting";
  return (
    <>
      <RefreshOnReturn />
      <h1>Approvals</h1>
      <ApprovalTabs current={show} />
      {page.rows.length === 0 ? (
        <EmptyState
          title={isQueue ? "Nothing waits for you" : "Your customers have not ordered anything yet"}
        >
          {isQueue && "Your customers’ orders appear here when they need your approval."}
        </EmptyState>
      ) : (
        <ShopTable
          label={isQueue ? "Approvals" : "Orders of customers"}
          columns={isQueue ? waiting : all}
          rows={page.rows}
          rowId={({ id }) => id}
        />
      )}
      <Pages label="Pages of orders" page={page} />
    </>
  );
}

function CreditLeft({ availableCredit, exceedsCredit, currency }: ApprovalRow) {
  if (availableCredit === null) return "Unlimited";
  return (
    <>
      <Money amount={availableCredit} currency={currency} /> {exceedsCredit && "(not enough)"}
    </>
  );
}
