import type { NextRequest } from "next/server";
import type { Ctx } from "@/lib/server/kernel/ctx";
import { getPayerCredit } from "@/lib/server/orders/queries/get-payer-credit";
import {
  accountOptions,
  productOptions,
  resellerOptions,
  subscriptionOptions,
} from "@/lib/server/orders/queries/options";
import { data, respond } from "../../../../_components/respond";

const queries: Record<string, (ctx: Ctx, input: unknown) => Promise<unknown[]>> = {
  accounts: accountOptions,
  resellers: resellerOptions,
  products: productOptions,
  subscriptions: subscriptionOptions,
  credit: getPayerCredit,
};

/** Answers what an order's form asks about what was typed: a GET, so that a newer one can overtake an older one. */
export async function GET(request: NextRequest, { params }: RouteContext<"/orders/options/[what]">) {
  const { what } = await params;
  const query = Object.hasOwn(queries, what) ? queries[what] : undefined;
  if (!query) return new Response("We have no list of options with this name.", { status: 404 });
  return respond(
    async ({ ctx }) => data(await query(ctx, Object.fromEntries(request.nextUrl.searchParams))),
    "search",
  );
}
