"use client";

import type { ReactNode } from "react";
import { EmptyState } from "@/components/feedback/empty-state";
import { DateText } from "@/components/format/date";
import { useLocale } from "@/components/format/locale";
import { Money } from "@/components/format/money";
import { Link } from "@/components/layout/link";
import { describeGate } from "@/lib/domain/order/holds/gate-words";
import type { ProvisioningFailure } from "@/lib/server/dashboard/queries/provisioning-failures";
import type { ScheduledOrder } from "@/lib/server/dashboard/queries/scheduled-orders";
import type { UnexecutedOrder } from "@/lib/server/dashboard/queries/unexecuted-orders";
import { Age } from "./age";
import classes from "./lists.module.css";
import { Panel } from "./panel";
import panelClasses from "./panel.module.css";

/** Lists the orders that only somebody in BSS can execute, no customer and no scheduler. */
export function ManualOrders({ orders, count }: { orders: UnexecutedOrder[]; count: number }) {
  return (
    <Panel title="Orders for manual management" count={count}>
      {orders.length === 0 ? (
        <Empty title="None">Orders with products that only a BSS user may execute are shown here.</Empty>
      ) : (
        <>
          <ul className={classes.list}>
            {orders.map((order) => (
              <OrderLine key={order.id} order={order} aside={<Age since={order.orderDate} />} />
            ))}
          </ul>
          <Rest of={count} shown={orders.length} />
        </>
      )}
    </Panel>
  );
}

interface ScheduledOrdersProps {
  orders: ScheduledOrder[];
  count: number;
  statusIds: string[];
}

/** Lists first what needs a person or would fail. */
export function ScheduledOrders({ orders, count, statusIds }: ScheduledOrdersProps) {
  const all = `/orders?${statusIds.map((id) => `status=${id}`).join("&")}`;
  const link = { href: all, label: count > orders.length ? "Show all" : "Open as a list" };
  return (
    <Panel title="Scheduled next" count={count} link={orders.length > 0 ? link : undefined}>
      {orders.length === 0 ? (
        <Empty title="Nothing is scheduled">
          Orders that customers want executed on a later day are shown here, and what would keep them from it.
        </Empty>
      ) : (
        <>
          <ul className={classes.list}>
            {orders.map((order) => (
              <ScheduledLine key={order.id} order={order} />
            ))}
          </ul>
          <Rest of={count} shown={orders.length} />
        </>
      )}
    </Panel>
  );
}

/** Shows which order it is, whose, how much and when, and below that what keeps it from being executed. */
function ScheduledLine({ order }: { order: ScheduledOrder }) {
  const { locale } = useLocale();
  const warnings = order.failure
    ? [order.failure]
    : order.forecast.map((gate) => describeGate(gate, locale).sentence);
  const warning = warnings.join(" ");
  return (
    <OrderLine
      order={order}
      aside={
        <>
          <span className={classes.day}>
            <DateText value={order.day} />
          </span>
          <Money amount={order.total} currency={order.currency} />
        </>
      }
    >
      {(warning || order.attempts > 0) && (
        <span className={order.nextAttemptAt ? classes.warning : classes.error} title={warning}>
          {stateOf(order)} {warning}
        </span>
      )}
    </OrderLine>
  );
}

function stateOf({ executing, attempts, nextAttemptAt }: ScheduledOrder): string {
  if (executing) return "Is being executed.";
  if (!nextAttemptAt) return "Waits for a person.";
  return attempts === 0 ? "Would not be executed." : `Try ${attempts} failed.`;
}

export function ProvisioningFailures({ failures, more }: { failures: ProvisioningFailure[]; more: boolean }) {
  const link = { href: "/subscriptions?provisioning=failed", label: more ? "Show all" : "Open as a list" };
  return (
    <Panel title="Provisioning failures" link={failures.length > 0 ? link : undefined}>
      {failures.length === 0 ? (
        <Empty title="Everything is provisioned">
          Services that could not be set up are shown here, with the reason.
        </Empty>
      ) : (
        <ul className={classes.list}>
          {failures.map(({ id, description, account, orderCode, error }) => (
            <li key={id}>
              <span className={classes.what}>
                <Link href={`/subscriptions/${id}`} prefetch={false}>
                  {description}
                </Link>
                <span className={classes.name}>{account}</span>
              </span>
              <Link href={`/orders/${encodeURIComponent(orderCode)}`} prefetch={false} className="number">
                {orderCode}
              </Link>
              <span className={classes.error} title={error}>
                {error}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface OrderLineProps {
  order: { code: string; account: string };
  aside: ReactNode;
  children?: ReactNode;
}

function OrderLine({ order, aside, children }: OrderLineProps) {
  return (
    <li>
      <span className={classes.what}>
        <Link href={`/orders/${encodeURIComponent(order.code)}`} prefetch={false} className={classes.order}>
          {order.code}
        </Link>
        <span className={classes.name}>{order.account}</span>
      </span>
      <span className={classes.aside}>{aside}</span>
      {children}
    </li>
  );
}

function Rest({ of, shown }: { of: number; shown: number }) {
  return of > shown ? <p className={classes.rest}>and {of - shown} more</p> : null;
}

function Empty(props: { title: string; children: string }) {
  return (
    <div className={panelClasses.card}>
      <EmptyState {...props} />
    </div>
  );
}
