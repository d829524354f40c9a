import type { Metadata } from "next";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import { Link } from "@/components/layout/link";
import { getApproval } from "@/lib/server/storefront/approvals/queries/approvals";
import { requireReseller } from "@/lib/server/storefront/session";
import { found } from "../../../_components/found";
import { Decide } from "../../_components/approvals/decide";
import { Ribbon } from "../../_components/frame/ribbon";
import { OrderLines } from "../../_components/orders/order-lines";
import classes from "../../_components/orders/order-page.module.css";
import { StatusLabel } from "../../_components/orders/status-label";

export async function generateMetadata({
  params,
}: PageProps<"/storefront/approvals/[code]">): Promise<Metadata> {
  return { title: `Order ${(await params).code}` };
}

export default async function ApprovalPage({ params }: PageProps<"/storefront/approvals/[code]">) {
  const order = await found(getApproval, await requireReseller(), (await params).code);
  const { code, currency, holds } = order;
  const facts = [
    { label: "Customer", value: order.customer },
    { label: "Invoice to", value: order.billingTo },
    { label: "Ordered", value: <DateText value={order.orderDate} withTime /> },
    { label: "Total with tax", value: <Money amount={order.total} currency={currency} /> },
    { label: "Margin", value: <Money amount={order.margin} currency={currency} /> },
    {
      label: "Available credit",
      value:
        order.availableCredit === null ? (
          "Unlimited"
        ) : (
          <Money amount={order.availableCredit} currency={currency} />
        ),
    },
  ];
  return (
    <>
      <p className={classes.back}>
        <Link href="/storefront/approvals">Approvals</Link>
      </p>
      <header className={classes.head}>
        <h1>Order {code}</h1>
        <StatusLabel status={order.status} live />
        {order.waiting && (
          <div className={classes.actions}>
            <Decide code={code} version={order.version} total={order.total} />
          </div>
        )}
      </header>
      {holds.length > 0 && (
        <Ribbon label="What else holds it">
          {holds.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {order.waiting && <p>You can approve it anyway. It then waits for this.</p>}
        </Ribbon>
      )}
      <dl className={classes.facts}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <OrderLines lines={order.lines} totals={order.totals} currency={currency} />
    </>
  );
}
