import type { ReactNode } from "react";
import { Progress } from "@/components/feedback/progress";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import { RelativeTime } from "@/components/format/relative-time";
import { Link } from "@/components/layout/link";
import { sourceLabels } from "@/lib/domain/order/tree/source";
import type { OrderDetail } from "@/lib/server/orders/queries/get-order";
import { NoAddress } from "../../../_components/no-address";
import classes from "./order-facts.module.css";
import { OrderTree } from "./order-tree";

/** Fills the right column: how far, how much, who and when. */
export function OrderFacts({ order }: { order: OrderDetail }) {
  const { totals, currency } = order;
  const money = (amount: string) => <Money amount={amount} currency={currency} />;
  return (
    <aside className={classes.facts} aria-label="Facts">
      <Group title="Totals">
        <Fact name="Net">{money(totals.net)}</Fact>
        {Number(totals.discount) > 0 && <Fact name="Discount included">{money(totals.discount)}</Fact>}
        <Fact name="Tax">{money(totals.tax)}</Fact>
        <Fact name="Final price" strong>
          {money(totals.finalPrice)}
        </Fact>
        {order.credited && <Fact name="Credited">{money(order.credited)}</Fact>}
        <Fact name="Monthly run rate">{money(totals.monthlyRunRate)}</Fact>
        <Fact name="Cost">{money(totals.cost)}</Fact>
        <Fact name="Profit">{money(totals.profit)}</Fact>
      </Group>
      <Group title="Progress">
        <Fact name="Items executed">
          <Progress executed={order.progress.executed} all={order.progress.all} />
        </Fact>
      </Group>
      {!order.isPrimary && (
        <div className={classes.group}>
          <OrderTree order={order} />
        </div>
      )}
      <Group title="People and dates">
        <Fact name="Account">
          <Link href={`/accounts/${order.account.code}`}>{order.account.name}</Link>
          {order.account.email === null && <NoAddress />}
        </Fact>
        {order.approver && (
          <Fact name="Approval by">
            <Link href={`/accounts/${order.approver.code}`}>{order.approver.name}</Link>
            {order.approver.email === null && <NoAddress />}
          </Fact>
        )}
        <Fact name="Billing to">
          <Link href={`/accounts/${order.billingTo.code}`}>{order.billingTo.name}</Link>
        </Fact>
        <Fact name="Source">{sourceLabels[order.source]}</Fact>
        {order.externalId !== null && <Fact name="External ID">{order.externalId}</Fact>}
        <Fact name="Order date">
          <DateText value={order.orderDate} withTime={!order.movedIn} />
        </Fact>
        {order.executedAt && (
          <Fact name="Executed">
            <DateText value={order.executedAt} withTime={!order.movedIn} />
          </Fact>
        )}
        {order.cancelledAt && (
          <Fact name={order.executedAt ? "Reversed" : "Canceled"}>
            <DateText value={order.cancelledAt} withTime={!order.movedIn} />
          </Fact>
        )}
        <Fact name="Last change">
          <RelativeTime value={order.updatedAt} />
        </Fact>
      </Group>
      {order.note && (
        <section className={classes.group}>
          <h2>Note</h2>
          <p className={classes.note}>{order.note}</p>
        </section>
      )}
    </aside>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.group}>
      <h2>{title}</h2>
      <dl>{children}</dl>
    </section>
  );
}

function Fact({ name, strong = false, children }: { name: string; strong?: boolean; children: ReactNode }) {
  return (
    <div data-strong={strong}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
