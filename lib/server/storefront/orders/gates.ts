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

/** What holds a customer's order, and its other price; of a scheduled one on its day, as things stand. */
export type OwnGates = { gates: Gate[]; price: OrderForecast["price"] };

/**
 * What the customer reads on the order's page and can pay for. A scheduled order counts on its own day, not now: what
 * others of the account use of the credit before it is counted too. See docs/domain.md, section 5, "Forecast".
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
