import { type NextRequest, NextResponse } from "next/server";
import type { Ctx } from "@/lib/server/kernel/ctx";
import { Forbidden } from "@/lib/server/kernel/errors";
import { getPayerCredit } from "@/lib/server/orders/queries/get-payer-credit";
import {
  accountOptions,
  productOptions,
  resellerOptions,
  subscriptionOptions,
} from "@/lib/server/orders/queries/options";
import { currentCtx } from "@/lib/server/sign-in/session";

const queries: Record<string, (ctx: Ctx, input: unknown) => Promise<unknown[]>> = {
  accounts: accountOptions,
  resellers: resellerOptions,
  products: productOptions,
  subscriptions: subscriptionOptions,
  credit: getPayerCredit,
};

/** What an order's form asks about what was typed: a GET, so that a newer one can overtake and cancel an older one. */
export async function GET(request: NextRequest, { params }: RouteContext<"/orders/options/[what]">) {
  const { what } = await params;
  const query = Object.hasOwn(queries, what) ? queries[what] : undefined;
  if (!query) return NextResponse.json([], { status: 404 });
  const ctx = await currentCtx();
  if (!ctx) return NextResponse.json([], { status: 401 });
  try {
    const options = await query(ctx, Object.fromEntries(request.nextUrl.searchParams));
    return NextResponse.json(options, { headers: { "cache-control": "private, no-store" } });
  } catch (error) {
    if (error instanceof Forbidden) return NextResponse.json([], { status: 403 });
    throw error;
  }
}
