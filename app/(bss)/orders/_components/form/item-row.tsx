"use client";

import { ActionIcon, NativeSelect, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { memo } from "react";
import { Money } from "@/components/money";
import { RemoteSelect } from "@/components/remote-select";
import { WholeNumberInput } from "@/components/whole-number-input";
import type { SubscriptionOption } from "@/lib/server/orders/options";
import { itemTypeLabels, perPeriod } from "../words";
import classes from "./item-table.module.css";
import { lineOf } from "./live-totals";
import type { FormItem } from "./values";

interface ItemRowProps {
  item: FormItem;
  accountId: string | undefined;
  currency: string;
  /** Only configuration values can be changed. */
  locked: boolean;
  /** Of this row, by field, in one string so that a row renders only when its own change. */
  problems: string;
  onChange: (key: string, change: Partial<FormItem>) => void;
  onRemove: (key: string) => void;
}

export const ItemRow = memo(function ItemRow(props: ItemRowProps) {
  const { item, accountId, currency, locked, onChange, onRemove } = props;
  const { product, key } = item;
  const problems: Record<string, string> = JSON.parse(props.problems);
  const names = [...new Set([...product.requiredConfiguration, ...Object.keys(item.configuration)])];
  const line = lineOf(item, currency);

  return (
    <tr>
      <th scope="row" data-card="title" className={classes.product}>
        <span>{product.name}</span>
        <span className={classes.small}>
          {product.code}
          {product.nonAutomatic && ", manual"}
        </span>
        {problems.productId && <Problem>{problems.productId}</Problem>}
        {names.length > 0 && (
          <div className={classes.configuration}>
            {names.map((name) => (
              <TextInput
                key={name}
                size="xs"
                label={name}
                aria-label={`${name} of ${product.name}`}
                placeholder="Needed before it executes"
                maxLength={200}
                value={item.configuration[name] ?? ""}
                error={problems[`configuration.${name}`]}
                onChange={(event) =>
                  onChange(key, {
                    configuration: { ...item.configuration, [name]: event.currentTarget.value },
                  })
                }
              />
            ))}
          </div>
        )}
      </th>
      {locked ? (
        <>
          <td data-label="Type">{itemTypeLabels[item.itemType]}</td>
          <td data-label="Quantity" data-align="end" className="number">
            {item.quantity}
          </td>
          <td data-label="Unit price" data-align="end">
            <span>
              <Money amount={item.unitPrice} currency={currency} />{" "}
              <span className={classes.small}>{perPeriod[product.billingPeriod]}</span>
            </span>
          </td>
          <td data-label="Discount" data-align="end" className="number">
            {item.discountPercent} %
          </td>
        </>
      ) : (
        <>
          <td data-label="Type" className={classes.type}>
            <div>
              <NativeSelect
                size="xs"
                aria-label={`Type of ${product.name}`}
                value={item.itemType}
                error={problems.itemType}
                data={(["new", "trial", "quantity_change"] as const)
                  .filter((type) => type === "new" || product.type !== "one_off" || type === item.itemType)
                  .filter(
                    (type) => type !== "trial" || product.type === "subscription" || type === item.itemType,
                  )
                  .map((type) => ({ value: type, label: itemTypeLabels[type] }))}
                onChange={(event) =>
                  onChange(key, {
                    itemType: event.currentTarget.value as FormItem["itemType"],
                    subscription: null,
                  })
                }
              />
              {item.itemType === "quantity_change" && (
                <RemoteSelect<SubscriptionOption>
                  name={`Subscription of ${product.name}`}
                  placeholder="Subscription"
                  source={`/orders/options/subscriptions?account=${accountId ?? ""}&product=${product.id}`}
                  value={item.subscription}
                  error={problems.subscriptionId}
                  empty={
                    accountId
                      ? "The account has no subscription of this product."
                      : "Choose the account first."
                  }
                  hint={({ startDate }) => `since ${startDate}`}
                  onChange={(subscription) => onChange(key, { subscription })}
                />
              )}
            </div>
          </td>
          <td data-label="Quantity" data-align="end" className={classes.quantity}>
            <WholeNumberInput
              size="xs"
              aria-label={`Units of ${product.name}`}
              max={1_000_000}
              value={item.quantity}
              error={problems.quantity}
              onChange={(quantity) => onChange(key, { quantity })}
            />
          </td>
          <td data-label="Unit price" data-align="end" className={classes.price}>
            <TextInput
              size="xs"
              inputMode="decimal"
              autoComplete="off"
              aria-label={`Price of ${product.name}`}
              description={perPeriod[product.billingPeriod]}
              inputWrapperOrder={["input", "description", "error"]}
              placeholder={product.price}
              maxLength={20}
              value={item.unitPrice}
              error={problems.unitPrice}
              onChange={(event) => onChange(key, { unitPrice: event.currentTarget.value })}
            />
          </td>
          <td data-label="Discount" data-align="end" className={classes.discount}>
            <TextInput
              size="xs"
              inputMode="decimal"
              autoComplete="off"
              aria-label={`Discount of ${product.name} in percent`}
              rightSection="%"
              rightSectionWidth={24}
              maxLength={10}
              value={item.discountPercent}
              error={problems.discountPercent}
              onChange={(event) => onChange(key, { discountPercent: event.currentTarget.value })}
            />
          </td>
        </>
      )}
      <td data-label="Total with tax" data-align="end" className={locked ? undefined : classes.total}>
        {line ? <Money amount={line} currency={currency} /> : "–"}
      </td>
      {!locked && (
        <td className={classes.remove}>
          <ActionIcon aria-label={`Remove ${product.name}`} onClick={() => onRemove(key)}>
            <IconTrash size={16} aria-hidden="true" />
          </ActionIcon>
        </td>
      )}
    </tr>
  );
});

function Problem({ children }: { children: string }) {
  return (
    <span className={classes.problem} aria-invalid="true" tabIndex={-1}>
      {children}
    </span>
  );
}
