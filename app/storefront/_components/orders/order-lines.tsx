import { Money } from "@/components/format/money";
import { Percent, Quantity } from "@/components/format/numbers";
import type { ItemType } from "@/lib/domain/order/tree/order";
import type { OrderedLine, OwnOrderLine } from "@/lib/server/storefront/orders/lines";
import { Price } from "../price/price";
import classes from "./order-lines.module.css";

interface OrderLinesProps {
  lines: OwnOrderLine[];
  totals: Record<"net" | "tax" | "finalPrice", string>;
  currency: string;
}

/** Shows the products of an order and its totals. */
export function OrderLines({ lines, totals, currency }: OrderLinesProps) {
  return (
    <section className={classes.sheet} aria-label="Products">
      <LineList label="Lines" lines={lines} currency={currency} />
      <dl>
        <dt>Net, excl. tax</dt>
        <dd>
          <Money amount={totals.net} currency={currency} />
        </dd>
        <dt>Tax</dt>
        <dd>
          <Money amount={totals.tax} currency={currency} />
        </dd>
        <dt className={classes.total}>Total with tax</dt>
        <dd className={classes.total}>
          <Money amount={totals.finalPrice} currency={currency} />
        </dd>
      </dl>
    </section>
  );
}

interface LineListProps {
  label: string;
  lines: OrderedLine[];
  currency: string;
}

/** Lists products with unit price, billing period, discount and values. Each line's amount is after its discount. */
export function LineList({ label, lines, currency }: LineListProps) {
  return (
    <ul aria-label={label}>
      {lines.map((line) => (
        <li key={line.id}>
          <div>
            <b>{line.description}</b>
            <p>
              <Quantity value={line.quantity} /> ×{" "}
              <Price amount={line.unitPrice} currency={currency} billingPeriod={line.billingPeriod} />
              {line.itemType !== "trial" && Number(line.discountPercent) > 0 && (
                <>
                  , −<Percent value={line.discountPercent} />
                </>
              )}
              {itemTypes[line.itemType]}
              {line.cancelled !== undefined && line.cancelled > 0 && (
                <>
                  , <Quantity value={line.cancelled} /> canceled
                </>
              )}
            </p>
            {line.configuration.map(({ name, value }) => (
              <p key={name}>
                {name}: {value || "still missing"}
              </p>
            ))}
          </div>
          <Money amount={line.net} currency={currency} />
        </li>
      ))}
    </ul>
  );
}

const itemTypes: Record<ItemType, string> = {
  new: "",
  trial: ", free trial",
  quantity_change: ", added to what you have",
};
