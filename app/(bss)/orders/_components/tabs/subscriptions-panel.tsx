import table from "@/components/data-table/data-table.module.css";
import { EmptyState } from "@/components/feedback/empty-state";
import { DateText } from "@/components/format/date";
import { Quantity } from "@/components/format/numbers";
import { Link } from "@/components/layout/link";
import { ProvisioningBadge } from "@/components/status/provisioning-badge";
import type { Ctx } from "@/lib/server/kernel/ctx";
import type { OrderDetail } from "@/lib/server/orders/queries/get-order";
import { orderSubscriptions } from "@/lib/server/orders/queries/made";
import classes from "./products-panel.module.css";

export async function SubscriptionsPanel({ ctx, order }: { ctx: Ctx; order: OrderDetail }) {
  const subscriptions = await orderSubscriptions(ctx, order.code);
  return (
    <div className={table.frame}>
      {subscriptions.length === 0 ? (
        <EmptyState title="No subscriptions yet">
          {order.movedIn
            ? "The order moved in from another system. Its services are there."
            : "Executing the order creates its subscriptions and assets."}
        </EmptyState>
      ) : (
        <table className={table.table} aria-label="Subscriptions">
          <thead>
            <tr>
              <th scope="col">Subscription</th>
              <th scope="col">Type</th>
              <th scope="col">Start date</th>
              <th scope="col" data-align="end">
                Quantity
              </th>
              <th scope="col">Provisioning</th>
            </tr>
          </thead>
          <tbody>
            {subscriptions.map((subscription) => (
              <tr key={subscription.id}>
                <td data-card="title">
                  <Link href={`/subscriptions/${subscription.id}`}>{subscription.description}</Link>
                  {subscription.provisioningError && (
                    <span className={classes.missing}>{subscription.provisioningError}</span>
                  )}
                </td>
                <td data-label="Type">
                  {subscription.type === "asset" ? "Asset" : "Subscription"}
                  {subscription.trial && ", trial"}
                  {subscription.endDate && ", canceled"}
                  {subscription.changed && ", changed by this order"}
                </td>
                <td data-label="Start date">
                  <DateText value={subscription.startDate} />
                </td>
                <td data-label="Quantity" data-align="end" className="number">
                  <Quantity value={subscription.quantity} />
                </td>
                <td data-card="aside">
                  <ProvisioningBadge
                    state={subscription.provisioningState}
                    ended={subscription.endDate !== null}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
