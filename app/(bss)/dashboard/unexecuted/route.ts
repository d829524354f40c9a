import { z } from "zod";
import { UnexecutedView } from "@/lib/schemas/unexecuted";
import { orderCounts } from "@/lib/server/dashboard/queries/order-counts";
import { orderOutcomes } from "@/lib/server/dashboard/queries/order-outcomes";
import { unexecutedOrders } from "@/lib/server/dashboard/queries/unexecuted-orders";
import { data, respond } from "../../../_components/respond";
import type { UnexecutedAnswer } from "../_components/unexecuted-list";

const Ids = z
  .string()
  .transform((ids) => ids.split(","))
  .pipe(z.array(z.uuid()).max(200));

const Input = z.object({
  cursor: z.string().max(500).optional(),
  held: UnexecutedView.shape.held,
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** Asks for these orders only, and what became of those that are not unexecuted any more. */
  ids: Ids.optional(),
  /** Lists the orders that are shown, to learn what became of those that are not unexecuted any more. */
  shown: Ids.optional(),
});

/** Answers the Unexecuted Orders as they are now, for a dashboard that is open. */
export function GET(request: Request) {
  return respond(async ({ ctx }) => {
    const { ids, shown, ...page } = Input.parse(Object.fromEntries(new URL(request.url).searchParams));
    const [unexecuted, { unexecuted: count }, outcomes] = await Promise.all([
      unexecutedOrders(ctx, { ...page, ids }),
      orderCounts(ctx),
      orderOutcomes(ctx, ids ?? shown ?? []),
    ]);
    const answer: UnexecutedAnswer = { ...unexecuted, count, outcomes };
    return data(answer);
  });
}
