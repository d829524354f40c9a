"use client";

import { Button, Popover } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { useUrlState } from "@/components/data-table/use-url-state";
import { DateField } from "@/components/inputs/date-field";
import { RemoteSelect } from "@/components/inputs/remote-select";
import { firstDay, lastDay } from "@/lib/domain/values/day";
import type { AccountOption } from "@/lib/server/orders/queries/options";
import classes from "./list-filters.module.css";

/** Holds filters of the order list that no menu of options can be. */

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
        <DateRange
          from={from}
          to={to}
          onApply={(days) => {
            url.go(withParameters(url.params, days));
            setOpened(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

interface DateRangeProps {
  from: string | undefined;
  to: string | undefined;
  onApply: (days: { from: string; to: string }) => void;
}

/** Asks for the days while the popover is open. A date that is not complete is not applied. */
function DateRange({ onApply, ...applied }: DateRangeProps) {
  const [from, setFrom] = useState<string | null>(applied.from ?? "");
  const [to, setTo] = useState<string | null>(applied.to ?? "");
  return (
    <form
      className={classes.dates}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (from !== null && to !== null) onApply({ from, to });
      }}
    >
      <DateField label="From" optional {...listed} value={from} onChange={setFrom} data-autofocus />
      <DateField label="To" optional {...listed} value={to} onChange={setTo} />
      <Button type="submit">Apply</Button>
    </form>
  );
}

/** Bounds the days that the list can be narrowed to. */
const listed = { first: firstDay, last: lastDay };

/** Sets filters and starts at the first page. An empty filter is removed. */
function withParameters(params: URLSearchParams, values: Record<string, string>): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete("cursor");
  for (const [name, value] of Object.entries(values)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}
