"use client";

import tableClasses from "@/components/data-table/data-table.module.css";
import { moveBetweenRows } from "@/components/data-table/row-keys";
import { EmptyState } from "@/components/feedback/empty-state";
import { Link } from "@/components/layout/link";
import type { UnexecutedGroup } from "@/lib/server/dashboard/queries/unexecuted-orders";
import { HeldByMenu, heldLabel } from "./held-by-menu";
import { Panel } from "./panel";
import classes from "./unexecuted.module.css";
import { UnexecutedHead } from "./unexecuted-head";
import { UnexecutedRow } from "./unexecuted-row";

const title = "Unexecuted Orders";

/** Shows the oldest waiting orders of each gate. An order that two gates hold stands under both. */
export function UnexecutedGroups({ groups, count }: { groups: UnexecutedGroup[]; count: number }) {
  return (
    <Panel
      title={title}
      count={count}
      tools={<HeldByMenu grouped />}
      link={{ href: "/orders?unexecuted=true", label: "Open as a list" }}
    >
      <div className={tableClasses.frame}>
        <table className={tableClasses.table} aria-label={title}>
          <UnexecutedHead />
          {groups.map(({ held, rows, more }) => (
            <tbody key={held} onKeyDown={moveBetweenRows}>
              <tr className={classes.group}>
                <th scope="rowgroup" colSpan={8}>
                  {heldLabel(held)}
                  {more && (
                    <Link href={`/dashboard?held=${held}`} aria-label={`Show all: ${heldLabel(held)}`}>
                      Show all
                    </Link>
                  )}
                </th>
              </tr>
              {rows.map((order) => (
                <UnexecutedRow key={order.id} order={order} />
              ))}
            </tbody>
          ))}
        </table>
        {groups.length === 0 && (
          <EmptyState title="Nothing is waiting">
            Every order is executed or canceled. New ones appear here by themselves.
          </EmptyState>
        )}
      </div>
    </Panel>
  );
}
