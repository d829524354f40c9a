import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { getOrderForm } from "@/lib/server/orders/queries/get-order-form";
import { accountById, newOrderDefaults } from "@/lib/server/orders/queries/options";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { found } from "../../../_components/found";
import { figuresOf } from "../_components/form/live-totals";
import { OrderForm } from "../_components/form/order-form";
import { copyValues, emptyValues } from "../_components/form/values";

export const metadata: Metadata = { title: "New order" };

/** Makes an order. `?copy=CODE` starts as a copy of that order, `?account=ID` with that account. */
export default async function NewOrderPage({ searchParams }: PageProps<"/orders/new">) {
  const ctx = await requireCtx("order:create");
  const { copy, account } = await searchParams;
  const { currency, statuses, statusId } = await newOrderDefaults(ctx);
  const initial =
    typeof copy === "string"
      ? copyValues(await found(getOrderForm, ctx, copy), statusId)
      : emptyValues(statusId, typeof account === "string" ? await accountById(ctx, account) : null);

  return (
    <>
      <PageHeader title="New order" meta={typeof copy === "string" && `A copy of order ${copy}`} />
      <OrderForm
        draftKey={`order-new:${copy ?? account ?? ""}`}
        initial={initial}
        figures={figuresOf(initial.items, currency)}
        currency={currency}
        statuses={statuses}
      />
    </>
  );
}
