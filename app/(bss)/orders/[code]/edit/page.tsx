import type { Metadata } from "next";
import { ProblemPage } from "@/components/feedback/problem-page";
import { PageHeader } from "@/components/layout/page-header";
import { offeredOn } from "@/lib/domain/order-status/may-set";
import { getOrderForm } from "@/lib/server/orders/queries/get-order-form";
import { newOrderDefaults, type StatusOption } from "@/lib/server/orders/queries/options";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { found } from "../../../../_components/found";
import { figuresOf } from "../../_components/form/live-totals";
import { OrderForm } from "../../_components/form/order-form";
import { valuesOf } from "../../_components/form/values";

export async function generateMetadata({ params }: PageProps<"/orders/[code]/edit">): Promise<Metadata> {
  return { title: `Edit order ${(await params).code}` };
}

export default async function EditOrderPage({ params }: PageProps<"/orders/[code]/edit">) {
  const ctx = await requireCtx("order:edit");
  const source = await found(getOrderForm, ctx, (await params).code);
  const { code, version, productsLocked, refusal, status } = source;
  if (refusal) {
    return (
      <ProblemPage
        title={`Order ${code} cannot be edited`}
        actions={[{ label: "Back to the order", href: `/orders/${code}` }]}
      >
        <p>{refusal}</p>
      </ProblemPage>
    );
  }

  const { currency, statuses } = await newOrderDefaults(ctx);
  const offered = offeredOn(statuses, status, source.may);
  const initial = valuesOf(source);
  // The present status stays on offer, also when no user may set it.
  const present = { ...status, type: "in_progress" } satisfies StatusOption;
  return (
    <>
      <PageHeader title={`Edit order ${code}`} />
      <OrderForm
        draftKey={`order-edit:${code}`}
        initial={initial}
        figures={figuresOf(initial.items, currency)}
        currency={currency}
        statuses={offered.some(({ id }) => id === status.id) ? offered : [present, ...offered]}
        edited={{ code, version, productsLocked }}
      />
    </>
  );
}
