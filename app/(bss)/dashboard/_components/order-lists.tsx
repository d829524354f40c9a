"use client";

import { EmptyState } from "@/components/empty-state";
import { Link } from "@/components/link";
import { Money } from "@/components/money";
import type { ProvisioningFailure } from "@/lib/server/dashboard/provisioning-failures";
import type { ScheduledOrder } from "@/lib/server/dashboard/scheduled-orders";
import type { UnexecutedOrder } from "@/lib/server/dashboard/unexecuted-orders";
import { Age } from "./age";
import classes from "./lists.module.css";
import { Panel } from "./panel";
import panelClasses from "./panel.module.css";

/** Orders that no customer and no scheduler can execute, only somebody in BSS. */
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

export function ScheduledOrders({ orders, count }: { orders: ScheduledOrder[]; count: number }) {
  return (
    <Panel title="Scheduled next" count={count}>
      {orders.length === 0 ? (
        <Empty title="Nothing is scheduled">
          Customers schedule orders in the Storefront, which is not open yet.
        </Empty>
      ) : (
        <>
          <ul className={classes.list}>
            {orders.map((order) => (
              <OrderLine
                key={order.id}
                order={order}
                aside={<Money amount={order.total} currency={order.currency} />}
              />
            ))}
          </ul>
          <Rest of={count} shown={orders.length} />
        </>
      )}
    </Panel>
  );
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

function OrderLine({ order, aside }: { order: { code: string; account: string }; aside: React.ReactNode }) {
  return (
    <li>
      <span className={classes.what}>
        <Link href={`/orders/${encodeURIComponent(order.code)}`} prefetch={false} className={classes.order}>
          {order.code}
        </Link>
        <span className={classes.name}>{order.account}</span>
      </span>
      <span className={classes.aside}>{aside}</span>
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
