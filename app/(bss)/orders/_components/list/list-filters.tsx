"use client";

import { withParameters } from "@/components/data-table/url-state";
import { useUrlState } from "@/components/data-table/use-url-state";
import { RemoteSelect } from "@/components/inputs/remote-select";
import type { AccountOption } from "@/lib/server/orders/queries/options";
import classes from "./list-filters.module.css";

/** Offers every account, of which there are too many for a menu of options. */
export function AccountFilter() {
  const url = useUrlState();
  return (
    <div className={classes.account}>
      <RemoteSelect<AccountOption>
        name="Filter by account"
        placeholder="Account"
        source="/orders/options/accounts"
        value={null}
        forgets
        hint={(account) => account.code}
        onChange={(account) => account && url.go(withParameters(url.params, { account: account.id }))}
      />
    </div>
  );
}
