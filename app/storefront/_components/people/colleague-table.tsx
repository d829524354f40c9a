"use client";

import { RelativeTime } from "@/components/format/relative-time";
import { accountRoleLabels } from "@/lib/domain/account-role";
import type { ColleagueRow } from "@/lib/server/storefront/people/queries/list-colleagues";
import { type ShopColumn, ShopTable } from "../frame/shop-table";
import { ColleagueActions } from "./colleague-actions";
import classes from "./colleagues.module.css";

interface ColleagueTableProps {
  colleagues: ColleagueRow[];
  /** Is the id of the person who looks. */
  own: string;
  mailIsSent: boolean;
}

/** Lists the people of the account, with what can be done about each. */
export function ColleagueTable({ colleagues, own, mailIsSent }: ColleagueTableProps) {
  const columns: ShopColumn<ColleagueRow>[] = [
    {
      header: "Name",
      cell: ({ id, name, email }) => (
        <div className={classes.person}>
          <span>
            {name}
            {id === own && " (you)"}
          </span>
          <span className={classes.email}>{email}</span>
        </div>
      ),
    },
    { header: "Role", cell: ({ accountRole }) => accountRoleLabels[accountRole] },
    { header: "State", cell: stateOf },
    {
      header: "Last sign-in",
      named: true,
      cell: ({ lastSignInAt }) => (lastSignInAt ? <RelativeTime value={lastSignInAt} /> : "Never"),
    },
    {
      header: "Change",
      align: "end",
      cell: (colleague) => (
        <ColleagueActions colleague={colleague} own={colleague.id === own} mailIsSent={mailIsSent} />
      ),
    },
  ];
  return <ShopTable label="People" columns={columns} rows={colleagues} rowId={({ id }) => id} />;
}

function stateOf({ active, invited }: ColleagueRow): string {
  if (!active) return "Deactivated";
  return invited ? "Invited, not yet accepted" : "Active";
}
