import type { Metadata } from "next";
import { LinkButton } from "@/components/layout/link-button";
import { PageHeader } from "@/components/layout/page-header";
import { RefreshOnChange } from "@/components/live/live";
import { UnexecutedView } from "@/lib/schemas/unexecuted";
import { dashboardSummary } from "@/lib/server/dashboard/queries/dashboard-summary";
import { unexecutedGroups, unexecutedOrders } from "@/lib/server/dashboard/queries/unexecuted-orders";
import { may } from "@/lib/server/kernel/ctx";
import { getSecondFactor } from "@/lib/server/own-factors/queries/get-second-factor";
import { personOf } from "@/lib/server/profile/person";
import { requireCtx, requireSession } from "@/lib/server/sign-in/session/session";
import { FactorReminder } from "./_components/factor-reminder";
import classes from "./_components/panel.module.css";
import { Summary } from "./_components/summary";
import { UnexecutedGroups } from "./_components/unexecuted-groups";
import { UnexecutedOrders } from "./_components/unexecuted-orders";

export const metadata: Metadata = { title: "Dashboard" };

export default async function DashboardPage({ searchParams }: PageProps<"/dashboard">) {
  const ctx = await requireCtx("dashboard:read");
  const { held, group } = UnexecutedView.parse(await searchParams);
  const session = await requireSession();
  const remind = session.user.role === "administrator" && !session.signedInWithFactor;
  const [unexecuted, groups, summary, factor] = await Promise.all([
    group ? null : unexecutedOrders(ctx, { held }),
    group ? unexecutedGroups(ctx) : [],
    dashboardSummary(ctx),
    remind ? getSecondFactor(personOf(session)) : null,
  ]);
  const mayCreate = may(ctx, "order:create");

  return (
    <>
      <PageHeader
        title="Dashboard"
        primary={mayCreate && <LinkButton href="/orders/new">New order</LinkButton>}
      />
      {factor && factor.appSince === null && factor.passkeys.length === 0 && <FactorReminder />}
      <div className={classes.panels}>
        {unexecuted ? (
          <UnexecutedOrders
            key={held}
            initial={{ ...unexecuted, count: summary.counts.unexecuted }}
            held={held}
            mayCreate={mayCreate}
          />
        ) : (
          <RefreshOnChange topic="orders" every={1000}>
            <RefreshOnChange topic="credit" every={1000}>
              <UnexecutedGroups groups={groups} count={summary.counts.unexecuted} />
            </RefreshOnChange>
          </RefreshOnChange>
        )}
        <Summary initial={summary} />
      </div>
    </>
  );
}
