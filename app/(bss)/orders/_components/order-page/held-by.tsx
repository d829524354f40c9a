import { IconAlertTriangle } from "@tabler/icons-react";
import { RelativeTime } from "@/components/format/relative-time";
import { Link } from "@/components/layout/link";
import { describeGate, type WayOut } from "@/lib/domain/order/holds/gate-words";
import type { Permission } from "@/lib/domain/permissions";
import type { OrderDetail } from "@/lib/server/orders/queries/get-order";
import classes from "./held-by.module.css";

interface HeldByProps {
  order: OrderDetail;
  /** Says what the reader may do. */
  permissions: readonly Permission[];
  locale: string;
}

/**
 * Says why the order is not executed: each gate with what is missing and the way out. It is absent when no gate holds
 * it.
 */
export function HeldBy({ order, permissions, locale }: HeldByProps) {
  if (order.heldBy.length === 0) return null;
  return (
    <section className={classes.ribbon} aria-label="Why not executed">
      <div className={classes.head}>
        <IconAlertTriangle size={16} aria-hidden="true" />
        <h2>Why not executed</h2>
        {order.lastRefusalAt && (
          <span className={classes.refused}>
            Last refused <RelativeTime value={order.lastRefusalAt} />
          </span>
        )}
      </div>
      <ul>
        {order.heldBy.map((gate) => {
          const { label, sentence, wayOut, waysOut } = describeGate(gate, locale);
          return (
            <li key={gate.gate}>
              <b>{label}</b>
              <span>
                {sentence} <span className={classes.wayOut}>{wayOut}</span>{" "}
                <WaysOut ways={waysOut} order={order} permissions={permissions} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type Ways = Pick<HeldByProps, "order" | "permissions"> & { ways: readonly WayOut[] };

/** Leads to where the gate is cleared, for people who may do that. Two ways to one place are one link. */
function WaysOut({ ways, order, permissions }: Ways) {
  const open = ways.filter((way) => mayGo(way, order, permissions));
  const links = new Map(open.map((way) => [hrefOf(way, order), way.words] as const).reverse());
  return [...links].reverse().map(([href, words]) => (
    <Link key={href} href={href} className={classes.way}>
      {words}
    </Link>
  ));
}

function mayGo({ place, who }: WayOut, { may }: OrderDetail, permissions: readonly Permission[]): boolean {
  switch (place) {
    // Anybody in BSS can open this, also to see whom to ask.
    case "account":
    case "reseller":
      return permissions.includes("account:read");
    case "order_edit":
    case "order_values":
      return may.edit;
    case "order_execute":
      return who === "credit:override" ? may.execute && may.overrideCredit : may.execute;
    case "vendor":
    case "credit_check":
      return who !== "reseller" && permissions.includes(who);
  }
}

function hrefOf(way: WayOut, { code }: OrderDetail): string {
  switch (way.place) {
    case "account":
    case "reseller":
      return `/accounts/${way.id}`;
    case "vendor":
      return `/setup/vendors/${way.id}`;
    case "credit_check":
      return "/setup/credit-check";
    case "order_edit":
      return `/orders/${code}/edit`;
    case "order_values":
      return `/orders/${code}/edit#missing`;
    case "order_execute":
      return `/orders/${code}?dialog=execute`;
  }
}
