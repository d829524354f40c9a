import type { Metadata } from "next";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import { type PricedLine, PricedLines } from "@/components/format/priced-lines";
import { LinkButton } from "@/components/layout/link-button";
import { sourceLabels } from "@/lib/domain/order/tree/source";
import { getOrder, type OrderItemDetail } from "@/lib/server/orders/queries/get-order";
import { requireCtx, requireSession } from "@/lib/server/sign-in/session/session";
import { PrintButton } from "../../../../_components/bill/print-button";
import { found } from "../../../../_components/found";
import { DeliveryState } from "../../_components/delivery/delivery-state";
import { itemTypeLabels, perPeriod } from "../../_components/words";
import classes from "./print.module.css";

export async function generateMetadata({ params }: PageProps<"/orders/[code]/print">): Promise<Metadata> {
  return { title: `Order ${(await params).code}` };
}

/** Shows one sheet for a file or a meeting, without buttons and colors in every theme. */
export default async function PrintOrderPage({ params }: PageProps<"/orders/[code]/print">) {
  const ctx = await requireCtx("order:read");
  const { organization } = await requireSession();
  const order = await found(getOrder, ctx, (await params).code);
  const money = (amount: string) => <Money amount={amount} currency={order.currency} />;

  return (
    <>
      <div className={classes.tools}>
        <LinkButton href={`/orders/${order.code}`} variant="default">
          Back to the order
        </LinkButton>
        <PrintButton />
      </div>
      <article className={classes.sheet} aria-label={`Order ${order.code}`}>
        <header className={classes.head}>
          <div>
            <p className={classes.seller}>{organization.name}</p>
            <h1>Order {order.code}</h1>
            <p>{order.name}</p>
          </div>
          <dl className={classes.facts}>
            <dt>Status</dt>
            <dd>{order.status.description}</dd>
            <dt>Order date</dt>
            <dd>
              <DateText value={order.orderDate} />
            </dd>
            <dt>Source</dt>
            <dd>{sourceLabels[order.source]}</dd>
            {!order.isPrimary && (
              <>
                <dt>Sub-order of</dt>
                <dd>{order.primaryCode}</dd>
              </>
            )}
          </dl>
        </header>
        <dl className={classes.people}>
          <div>
            <dt>Account</dt>
            <dd>{order.account.name}</dd>
          </div>
          <div>
            <dt>Billing to</dt>
            <dd>{order.billingTo.name}</dd>
          </div>
        </dl>
        <PricedLines
          label="Products"
          lines={order.items.map(lineOf)}
          currency={order.currency}
          amount="Total"
        />
        <dl className={classes.totals}>
          <dt>Net</dt>
          <dd>{money(order.totals.net)}</dd>
          <dt>Tax</dt>
          <dd>{money(order.totals.tax)}</dd>
          <dt className={classes.total}>Final price</dt>
          <dd className={classes.total}>{money(order.totals.finalPrice)}</dd>
        </dl>
        {order.note && (
          <section>
            <h2>Note</h2>
            <p className={classes.note}>{order.note}</p>
          </section>
        )}
      </article>
    </>
  );
}

function lineOf(item: OrderItemDetail): PricedLine {
  const type = item.itemType === "new" ? "" : ` (${itemTypeLabels[item.itemType].toLowerCase()})`;
  return {
    ...item,
    description: `${item.description}${type}`,
    details: Object.entries(item.configuration).map(([name, value]) => `${name}: ${value}`),
    state: <DeliveryState item={item} />,
    quantity: item.shown,
    period: perPeriod[item.billingPeriod],
    amount: item.total,
  };
}
