"use client";

import { useRef, useState } from "react";
import { wholeNumber } from "@/components/inputs/whole-number";
import { WholeNumberInput } from "@/components/inputs/whole-number-input";
import type { BasketItem } from "@/lib/server/storefront/basket/queries/get-basket";
import classes from "./basket.module.css";
import { useKeepItem } from "./use-keep-item";

/** Asks for the quantity of an item, and saves it when the field is left or on Enter. */
export function BasketQuantity({ item: { id: itemId, quantity } }: { item: BasketItem }) {
  const { keep, problem, forget } = useKeepItem();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(String(quantity));
  const [known, setKnown] = useState(quantity);
  if (known !== quantity) {
    setKnown(quantity);
    // What was typed since stays.
    if (typed === String(known)) setTyped(String(quantity));
  }
  const wanted = wholeNumber(typed);
  const isQuantity = wanted !== null && wanted >= 1 && wanted <= 1_000_000;
  const leave = () => {
    if (isQuantity && wanted !== quantity) void keep(input.current, { itemId, quantity: wanted });
  };
  return (
    <WholeNumberInput
      ref={input}
      className={classes.quantity}
      label="Quantity"
      size="md"
      max={1_000_000}
      value={typed}
      onChange={(now) => {
        setTyped(now);
        forget();
      }}
      onBlur={leave}
      onKeyDown={(event) => event.key === "Enter" && leave()}
      error={isQuantity ? problem : "From 1 to 1,000,000"}
    />
  );
}
