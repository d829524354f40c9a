"use client";

import { Button, Popover } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { withParameters } from "@/components/data-table/url-state";
import { useUrlState } from "@/components/data-table/use-url-state";
import { DateField } from "@/components/inputs/date-field";
import { firstDay, lastDay } from "@/lib/domain/values/day";
import classes from "./date-filter.module.css";

interface DateFilterProps {
  /** Says which day the list is narrowed by, such as "Order date". */
  label: string;
  from: string | undefined;
  to: string | undefined;
}

/** Narrows a list to the days from one to another, which its address holds as `from` and `to`. */
export function DateFilter({ label, from, to }: DateFilterProps) {
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
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
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
