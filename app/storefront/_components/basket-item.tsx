"use client";

import { Button, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Link } from "@/components/link";
import { Money } from "@/components/money";
import { notify } from "@/components/notify";
import { useAction } from "@/components/use-action";
import { wholeNumber } from "@/components/whole-number";
import { WholeNumberInput } from "@/components/whole-number-input";
import type { BasketItem } from "@/lib/server/storefront/basket/read";
import { changeBasketItemAction, removeFromBasketAction } from "../actions";
import classes from "./basket.module.css";
import { Price } from "./price";

/** One product in the basket; what is changed is kept at once. */
export function BasketItemRow({ item, currency }: { item: BasketItem; currency: string }) {
  const router = useRouter();
  const changing = useAction(changeBasketItemAction);
  const removing = useAction(removeFromBasketAction);

  // Two values may be left one after the other, before the page knows of the first.
  const filledIn = useRef<Record<string, string>>({});
  const fillIn = (name: string, value: string) => {
    filledIn.current[name] = value;
    change({ configuration: { ...item.configuration, ...filledIn.current } });
  };

  const change = async (changed: { quantity: number } | { configuration: Record<string, string> }) => {
    await changing.run({ itemId: item.id, ...changed });
    router.refresh();
  };
  const remove = async () => {
    const result = await removing.run({ itemId: item.id });
    if (result.ok) notify(`${item.description} is out of your basket`);
    router.refresh();
  };

  const failure = changing.failure ?? removing.failure;
  return (
    <li className={classes.item} aria-label={item.description} aria-busy={changing.pending}>
      <div className={classes.what}>
        <h2>
          {item.sold ? (
            <Link href={`/storefront/products/${item.productCode}`}>{item.description}</Link>
          ) : (
            item.description
          )}
        </h2>
        <p className={classes.dimmed}>
          {itemTypes[item.itemType]}
          <Price amount={item.unitPrice} currency={currency} billingPeriod={item.billingPeriod} />
        </p>
        {!item.sold && (
          <p role="alert" className={classes.problem}>
            This is not sold any more. Remove it to place the order.
          </p>
        )}
      </div>
      <Quantity quantity={item.quantity} onChange={(quantity) => change({ quantity })} />
      <p className={classes.amount}>
        <Money amount={item.net} currency={currency} />
      </p>
      <Button
        variant="subtle"
        color="gray"
        className={classes.remove}
        aria-label={`Remove ${item.description}`}
        loading={removing.pending}
        onClick={remove}
      >
        Remove
      </Button>
      {item.requiredConfiguration.length > 0 && (
        <div className={classes.values}>
          {item.requiredConfiguration.map((name) => (
            <Value
              key={name}
              name={name}
              value={item.configuration[name] ?? ""}
              onChange={(value) => fillIn(name, value)}
            />
          ))}
        </div>
      )}
      {failure && (
        <p role="alert" className={classes.problem}>
          {failure.problems[0]?.message ?? failure.message}
        </p>
      )}
    </li>
  );
}

const itemTypes = { new: "", trial: "Free trial, then ", quantity_change: "Additional units, " } as const;

/** Kept when the field is left, or with Enter. */
function Quantity({ quantity, onChange }: { quantity: number; onChange: (quantity: number) => void }) {
  const [typed, setTyped] = useState(String(quantity));
  const [known, setKnown] = useState(quantity);
  if (known !== quantity) {
    setKnown(quantity);
    // What was typed since stays.
    if (typed === String(known)) setTyped(String(quantity));
  }
  const wanted = wholeNumber(typed);
  const isQuantity = wanted !== null && wanted >= 1 && wanted <= 1_000_000;
  const keep = () => {
    if (isQuantity && wanted !== quantity) onChange(wanted);
  };
  return (
    <WholeNumberInput
      className={classes.quantity}
      label="Quantity"
      size="md"
      max={1_000_000}
      value={typed}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => event.key === "Enter" && keep()}
      error={isQuantity ? null : "From 1 to 1,000,000"}
    />
  );
}

function Value({
  name,
  value,
  onChange,
}: {
  name: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  const keep = () => {
    if (typed.trim() !== value) onChange(typed);
  };
  return (
    <TextInput
      label={name}
      size="md"
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === "Enter" && keep()}
      description={value ? undefined : "Still missing: it starts once this is filled in."}
    />
  );
}
