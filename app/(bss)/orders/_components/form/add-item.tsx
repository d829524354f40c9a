"use client";

import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useLocale } from "@/components/format/locale";
import { Money } from "@/components/format/money";
import { RemoteSelect } from "@/components/inputs/remote-select";
import { wholeNumber } from "@/components/inputs/whole-number";
import { WholeNumberInput } from "@/components/inputs/whole-number-input";
import { formatNumber } from "@/lib/domain/format/format";
import type { ProductOption } from "@/lib/server/orders/queries/options";
import { perPeriod } from "../words";
import classes from "./add-item.module.css";
import { type FormItem, newItem } from "./values";

interface AddItemProps {
  currency: string;
  onAdd: (item: FormItem) => void;
}

/** Picks a product and a quantity. Enter in either field adds it and starts the next one. */
export function AddItem({ currency, onAdd }: AddItemProps) {
  const { locale } = useLocale();
  const [product, setProduct] = useState<ProductOption | null>(null);
  /** Is text that was typed for the product and is no product's name. */
  const [unmatched, setUnmatched] = useState<{ id: string; name: string } | null>(null);
  const [quantity, setQuantity] = useState("1");
  const [problems, setProblems] = useState<{ product?: string; quantity?: string }>({});
  const box = useRef<HTMLDivElement>(null);
  const field = (index: number) => box.current?.querySelectorAll<HTMLInputElement>("input")[index];

  const add = () => {
    const units = wholeNumber(quantity);
    const found = {
      ...(!product && { product: "Choose a product from the list." }),
      ...((units === null || units < 1 || units > 1_000_000) && {
        quantity: `Enter a whole number from 1 to ${formatNumber(1_000_000, locale)}.`,
      }),
    };
    setProblems(found);
    if (found.product || !product) return field(0)?.focus();
    if (found.quantity) return field(1)?.focus();
    onAdd(newItem(product, quantity));
    setProduct(null);
    setQuantity("1");
    field(0)?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in its fields means its button
    <div
      ref={box}
      className={classes.add}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.defaultPrevented || !(event.target instanceof HTMLInputElement))
          return;
        event.preventDefault();
        add();
      }}
    >
      <RemoteSelect<ProductOption>
        label="Product"
        placeholder="Search by name or code"
        source="/orders/options/products"
        value={product ?? unmatched}
        error={problems.product}
        empty="There is no active product yet. An administrator adds them under Products."
        hint={(option) => (
          <>
            {option.code} · <Money amount={option.price} currency={currency} />{" "}
            {perPeriod[option.billingPeriod]}
          </>
        )}
        onChange={(option) => {
          setProduct(option);
          setUnmatched(null);
          setProblems(({ quantity }) => ({ ...(quantity && { quantity }) }));
        }}
        onUnmatched={(typed) => {
          setProduct(null);
          setUnmatched(typed);
        }}
        onPicked={() => field(1)?.select()}
      />
      <WholeNumberInput
        label="Quantity"
        max={1_000_000}
        value={quantity}
        error={problems.quantity}
        onChange={(value) => {
          setQuantity(value);
          setProblems(({ product }) => ({ ...(product && { product }) }));
        }}
      />
      <Button variant="default" onClick={add}>
        Add item
      </Button>
    </div>
  );
}
