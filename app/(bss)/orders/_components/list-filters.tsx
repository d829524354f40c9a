"use client";

import { Button, Popover, TextInput } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { useUrlState } from "@/components/data-table/use-url-state";
import { RemoteSelect } from "@/components/remote-select";
import type { AccountOption } from "@/lib/server/orders/options";
import classes from "./list-filters.module.css";

/** Filters of the order list that a menu of options cannot be. */

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

export function DateFilter({ from, to }: { from: string | undefined; to: string | undefined }) {
  const url = useUrlState();
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          variant="default"
          onClick={() => setOpened(!opened)}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          Order date
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Order date">
        <form
          className={classes.dates}
          onSubmit={(event) => {
            event.preventDefault();
            const form = new FormData(event.currentTarget);
            url.go(
              withParameters(url.params, {
                from: String(form.get("from") ?? ""),
                to: String(form.get("to") ?? ""),
              }),
            );
            setOpened(false);
          }}
        >
          <TextInput type="date" name="from" label="From" defaultValue={from} data-autofocus />
          <TextInput type="date" name="to" label="To" defaultValue={to} />
          <Button type="submit">Apply</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Another filter starts at the first page; an empty one is taken away. */
function withParameters(params: URLSearchParams, values: Record<string, string>): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete("cursor");
  for (const [name, value] of Object.entries(values)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}
