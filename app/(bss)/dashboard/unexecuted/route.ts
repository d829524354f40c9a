import { z } from "zod";
import { UnexecutedView } from "@/lib/schemas/unexecuted";
import { orderCounts } from "@/lib/server/dashboard/queries/order-counts";
import { orderOutcomes } from "@/lib/server/dashboard/queries/order-outcomes";
import { unexecutedOrders } from "@/lib/server/dashboard/queries/unexecuted-orders";
import { may } from "@/lib/server/kernel/ctx";
import { currentCtx } from "@/lib/server/sign-in/session";
import type { UnexecutedAnswer } from "../_components/unexecuted-list";

const Ids = z
  .string()
  .transform((ids) => ids.split(","))
  .pipe(z.array(z.uuid()).max(200));

const Input = z.object({
  cursor: z.string().max(500).optional(),
  held: UnexecutedView.shape.held,
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** Only these orders; what became of those that are not unexecuted is answered too. */
  ids: Ids.optional(),
  /** Orders that are shown: what became of those that are no longer unexecuted is answered too. */
  shown: Ids.optional(),
});

/** The Unexecuted Orders as they are now, for a dashboard that is open. */
export async function GET(request: Request) {
  const ctx = await currentCtx();
  if (!ctx) return new Response(null, { status: 401 });
  if (!may(ctx, "dashboard:read")) return new Response(null, { status: 403 });
  const input = Input.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!input.success) return new Response(null, { status: 400 });

  const { ids, shown, ...page } = input.data;
  const [unexecuted, { unexecuted: count }, outcomes] = await Promise.all([
    unexecutedOrders(ctx, { ...page, ids }),
    orderCounts(ctx),
    orderOutcomes(ctx, ids ?? shown ?? []),
  ]);
  const answer: UnexecutedAnswer = { ...unexecuted, count, outcomes };
  return Response.json(answer, { headers: { "cache-control": "no-store" } });
}
