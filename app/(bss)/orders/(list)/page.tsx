import type { Metadata } from "next";
import { LinkButton } from "@/components/layout/link-button";
import { PageHeader } from "@/components/layout/page-header";
import { RefreshOnChange } from "@/components/live/live";
import { ListOrdersInput } from "@/lib/schemas/order-list";
import { may } from "@/lib/server/kernel/ctx";
import { countListedOrders } from "@/lib/server/orders/queries/count-listed-orders";
import { listOrders } from "@/lib/server/orders/queries/list-orders";
import { accountName, statusFilterOptions, statusOptions } from "@/lib/server/orders/queries/options";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { ExportLink } from "../../_components/list/export-link";
import { OrderTable } from "../_components/list/order-table";

export const metadata: Metadata = { title: "Orders" };

export default async function OrdersPage({ searchParams }: PageProps<"/orders">) {
  const ctx = await requireCtx("order:read");
  const input = ListOrdersInput.parse(await searchParams);
  const [page, total, statusFilters, statuses, account] = await Promise.all([
    listOrders(ctx, input),
    countListedOrders(ctx, input),
    statusFilterOptions(ctx),
    statusOptions(ctx),
    input.account ? accountName(ctx, input.account) : null,
  ]);

  return (
    <RefreshOnChange topic="orders">
      <PageHeader
        title="Orders"
        secondary={
          <>
            <LinkButton href="/orders/bulk" variant="default">
              Bulk runs
            </LinkButton>
            <ExportLink to="/orders/export" />
          </>
        }
        primary={may(ctx, "order:create") && <LinkButton href="/orders/new">New order</LinkButton>}
      />
      <OrderTable
        page={page}
        total={total}
        statuses={statuses}
        matching={input}
        filters={{
          statuses: statusFilters,
          account: input.account ? { id: input.account, name: account ?? "Unknown account" } : null,
          from: input.from,
          to: input.to,
        }}
      />
    </RefreshOnChange>
  );
}
