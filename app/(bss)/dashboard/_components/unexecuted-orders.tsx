"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import tableClasses from "@/components/data-table/data-table.module.css";
import { moveBetweenRows } from "@/components/data-table/row-keys";
import { EmptyState } from "@/components/feedback/empty-state";
import { PendingButton } from "@/components/feedback/pending-button";
import { Link } from "@/components/layout/link";
import type { HeldFilter } from "@/lib/schemas/unexecuted";
import { HeldByMenu, heldLabel } from "./held-by-menu";
import { Panel } from "./panel";
import classes from "./panel.module.css";
import rowClasses from "./unexecuted.module.css";
import { UnexecutedHead } from "./unexecuted-head";
import type { UnexecutedList } from "./unexecuted-list";
import { UnexecutedRow } from "./unexecuted-row";
import { useRowMotion } from "./use-row-motion";
import { useUnexecutedOrders } from "./use-unexecuted-orders";

const title = "Unexecuted Orders";
/** Is the number of rows that unexecuted.module.css shows until somebody asks for all. */
const shownOnPhone = 6;

interface UnexecutedOrdersProps {
  initial: UnexecutedList;
  /** Narrows the list to what this gate holds, or to what no gate holds. */
  held: HeldFilter | undefined;
  mayCreate: boolean;
}

/**
 * Lists every open order that waits for somebody, oldest first. Rows come and go by themselves in every open browser.
 */
export function UnexecutedOrders({ initial, held, mayCreate }: UnexecutedOrdersProps) {
  const { list, news, loading, failed, showMore, tryAgain } = useUnexecutedOrders(initial, held);
  const motion = useRowMotion();
  const [all, setAll] = useState(false);

  return (
    <Panel
      title={title}
      count={held ? list.rows.filter(({ left }) => !left).length : list.count}
      counted={held && list.nextCursor ? "at least" : "exactly"}
      tools={<HeldByMenu held={held} />}
      link={{ href: "/orders?unexecuted=true", label: "Open as a list" }}
    >
      <div className={`${tableClasses.frame} ${rowClasses.window}`} data-all={all}>
        <table className={tableClasses.table} aria-label={title}>
          <UnexecutedHead />
          <tbody {...motion} onKeyDown={moveBetweenRows}>
            {list.rows.map((order) => (
              <UnexecutedRow key={order.id} order={order} />
            ))}
          </tbody>
        </table>
        {list.rows.length === 0 && held && (
          <EmptyState
            title={`No unexecuted orders match “${heldLabel(held)}”`}
            action={<Link href="/dashboard">Show all unexecuted orders</Link>}
          >
            Orders that match appear here by themselves.
          </EmptyState>
        )}
        {list.rows.length === 0 && !held && (
          <EmptyState
            title="Nothing is waiting"
            action={mayCreate && <Link href="/orders/new">New order</Link>}
          >
            Every order is executed or canceled. New ones appear here by themselves.
          </EmptyState>
        )}
      </div>

      {!all && list.rows.length > shownOnPhone && (
        <div className={`${classes.foot} ${rowClasses.phone}`}>
          <Button variant="default" onClick={() => setAll(true)}>
            Show all unexecuted orders
          </Button>
        </div>
      )}
      {(showMore || failed) && (
        <div className={classes.foot}>
          {failed ? (
            <>
              <Note>The list could not be read. What you see may be out of date.</Note>
              <PendingButton variant="default" pending={loading} onClick={tryAgain}>
                Try again
              </PendingButton>
            </>
          ) : (
            <PendingButton variant="default" pending={loading} onClick={showMore}>
              Show more
            </PendingButton>
          )}
        </div>
      )}
      <p role="status" className={classes.hidden}>
        {news}
      </p>
    </Panel>
  );
}

function Note({ children }: { children: string }) {
  return <span className={classes.note}>{children}</span>;
}
