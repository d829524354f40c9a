import type { Metadata } from "next";
import { DateText } from "@/components/date";
import { LinkButton } from "@/components/link-button";
import { Money } from "@/components/money";
import { getOrder } from "@/lib/server/orders/detail";
import { requireSession } from "@/lib/server/session";
import { found } from "../../../_components/found";
import { PrintButton } from "../../../invoices/_components/print-button";
import { DeliveryState } from "../../_components/delivery-state";
import classes from "../../_components/print.module.css";
import { itemTypeLabels, perPeriod, sourceLabels } from "../../_components/words";

export async function generateMetadata({ params }: PageProps<"/orders/[code]/print">): Promise<Metadata> {
  return { title: `Order ${(await params).code}` };
}

/** One sheet for a file or a meeting: no buttons, no colors, whatever the theme. */
export default async function PrintOrderPage({ params }: PageProps<"/orders/[code]/print">) {
  const { ctx, organization } = await requireSession();
  const order = await found(getOrder(ctx, (await params).code));
  const money = (amount: string) => <Money amount={amount} currency={order.currency} />;

  return (
    <>
      <div className={classes.tools}>
        <LinkButton href={`/orders/${order.code}`} variant="default">
          Back to the order
        </LinkButton>
        <PrintButton />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls sideways, also without a mouse */}
      <article className={classes.sheet} aria-label={`Order ${order.code}`} tabIndex={0}>
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
        <table className={classes.lines} aria-label="Products">
          <thead>
            <tr>
              <th scope="col">Product</th>
              <th scope="col">Delivery</th>
              <th scope="col" data-align="end">
                Quantity
              </th>
              <th scope="col" data-align="end">
                Unit price
              </th>
              <th scope="col" data-align="end">
                Discount
              </th>
              <th scope="col" data-align="end">
                Tax
              </th>
              <th scope="col" data-align="end">
                Total
              </th>
            </tr>
          </thead>
          <tbody>
            {order.items.map((item) => (
              <tr key={item.id}>
                <th scope="row">
                  {item.description}
                  {item.itemType !== "new" && <span> ({itemTypeLabels[item.itemType].toLowerCase()})</span>}
                  {Object.entries(item.configuration).map(([name, value]) => (
                    <small key={name}>
                      {name}: {value}
                    </small>
                  ))}
                </th>
                <td>
                  <DeliveryState item={item} />
                </td>
                <td data-align="end">{item.quantity}</td>
                <td data-align="end">
                  {money(item.unitPrice)} <small>{perPeriod[item.billingPeriod]}</small>
                </td>
                <td data-align="end">
                  {Number(item.discountPercent) > 0 ? `${item.discountPercent} %` : ""}
                </td>
                <td data-align="end">{item.taxRate} %</td>
                <td data-align="end">{money(item.total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
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
