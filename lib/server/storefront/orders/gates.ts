import "server-only";
import type { Gate } from "@/lib/domain/order/holds/gates";
import { requireOpen } from "@/lib/domain/order/holds/open";
import { remembered } from "@/lib/domain/order/holds/outside";
import { gatesOf } from "@/lib/domain/order/moves/execution";
import { loadCredit } from "../../billing/credit";
import type { Ctx } from "../../kernel/ctx";
import type { Tx } from "../../kernel/db";
import { forecastOf, type OrderForecast } from "../../orders/tree/forecast";
import type { LoadedOrder } from "../../orders/tree/load";
import { partiesOf } from "../../orders/tree/trees";

/** Holds the gates of a customer's order and its changed price; for a scheduled order, those expected on its day. */
export type OwnGates = { gates: Gate[]; price: OrderForecast["price"] };

/**
 * Returns the gates that the order's page shows and that the customer can pay for. A scheduled order is judged on its own
 * day, after the account's other orders that are due before it. See docs/domain.md, section 5, "Forecast".
 */
export async function ownGates(
  db: Pick<Tx, "$queryRaw" | "product">,
  ctx: Ctx,
  { tree, part, row }: LoadedOrder,
): Promise<OwnGates> {
  if (!requireOpen(part).ok) return { gates: [], price: null };
  const credit = await loadCredit(db, ctx, row.billingTo.id);
  const gates = gatesOf(tree, part, partiesOf(row, credit), remembered(row.lastRefusal));
  const isScheduled = tree.schedule && part.status.type === "scheduled";
  const forecast = isScheduled ? (await forecastOf(ctx, [part.id], db)).get(part.id) : undefined;
  if (!forecast) return { gates, price: null };
  return {
    gates: [...gates.filter(({ gate }) => gate === "date"), ...forecast.gates],
    price: forecast.price,
  };
}
