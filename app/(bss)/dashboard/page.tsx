import type { Metadata } from "next";
import { LinkButton } from "@/components/link-button";
import { PageHeader } from "@/components/page-header";
import { may } from "@/lib/server/ctx";
import { dashboardSummary } from "@/lib/server/dashboard/summary";
import { unexecutedOrders } from "@/lib/server/dashboard/unexecuted-orders";
import { requireCtx } from "@/lib/server/session";
import classes from "./_components/panel.module.css";
import { Summary } from "./_components/summary";
import { UnexecutedOrders } from "./_components/unexecuted-orders";

export const metadata: Metadata = { title: "Dashboard" };

export default async function DashboardPage() {
  const ctx = await requireCtx("dashboard:read");
  const [unexecuted, summary] = await Promise.all([unexecutedOrders(ctx), dashboardSummary(ctx)]);
  const mayCreate = may(ctx, "order:create");

  return (
    <>
      <PageHeader
        title="Dashboard"
        primary={mayCreate && <LinkButton href="/orders/new">New order</LinkButton>}
      />
      <div className={classes.panels}>
        <UnexecutedOrders
          initial={{ ...unexecuted, count: summary.counts.unexecuted }}
          mayCreate={mayCreate}
        />
        <Summary initial={summary} />
      </div>
    </>
  );
}
