"use client";

import { TextInput } from "@mantine/core";
import type { CellHands } from "@/components/editable-grid";
import { RemoteSelect } from "@/components/inputs/remote-select";
import type { SubscriptionOption } from "@/lib/server/orders/queries/options";
import classes from "./item-grid.module.css";
import { configurationCell, type ItemRow, itemOf, subscriptionCell } from "./item-rows";
import type { FormItem } from "./values";

type ItemDetailsProps = {
  row: ItemRow;
  cell: CellHands;
  accountId: string | undefined;
};

/** Asks for what an item needs besides its numbers: the subscription that it changes, and its configuration. */
export function ItemDetails({ row, cell, accountId }: ItemDetailsProps) {
  const item = itemOf(row);
  const { product } = item;
  return (
    <div className={classes.details}>
      {item.itemType === "quantity_change" && (
        <RemoteSelect<SubscriptionOption>
          name={`Subscription of ${product.name}`}
          placeholder="Subscription"
          source={`/orders/options/subscriptions?account=${accountId ?? ""}&product=${product.id}`}
          value={item.subscription}
          error={cell.problems.subscriptionId}
          empty={accountId ? "The account has no subscription of this product." : "Choose the account first."}
          tabIndex={-1}
          hint={({ startDate }) => `since ${startDate}`}
          onChange={(subscription) => cell.type("subscriptionId", subscriptionCell(subscription))}
        />
      )}
      {configurationNames(item).map((name) => (
        <TextInput
          key={name}
          size="xs"
          label={name}
          aria-label={`${name} of ${product.name}`}
          placeholder="Needed before it executes"
          tabIndex={-1}
          disabled={cell.disabled}
          data-missing={!item.configuration[name] || undefined}
          value={item.configuration[name] ?? ""}
          error={cell.problems[configurationCell(name)]}
          onChange={(event) => cell.type(configurationCell(name), event.currentTarget.value)}
        />
      ))}
    </div>
  );
}

export function needsDetails(item: FormItem): boolean {
  return item.itemType === "quantity_change" || configurationNames(item).length > 0;
}

/** Returns the values that the product requires, and those that the item has from before. */
function configurationNames({ product, configuration }: FormItem): string[] {
  return [...new Set([...product.requiredConfiguration, ...Object.keys(configuration)])];
}
