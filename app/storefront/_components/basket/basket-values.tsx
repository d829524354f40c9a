"use client";

import { useRef, useState } from "react";
import type { BasketItem } from "@/lib/server/storefront/basket/queries/get-basket";
import classes from "./basket.module.css";
import { useKeepItem } from "./use-keep-item";
import { ValueField } from "./value-field";

/** Asks for the values that an item needs before it starts. Each is saved when its field is left, or on Enter. */
export function BasketValues({ item }: { item: BasketItem }) {
  // Somebody may leave two fields one after the other, before the page knows of the first value.
  const filledIn = useRef<Record<string, string>>({});
  const configurationWith = (name: string, value: string) => {
    filledIn.current[name] = value;
    return { ...item.configuration, ...filledIn.current };
  };
  if (item.requiredConfiguration.length === 0) return null;
  return (
    <div className={classes.values}>
      {item.requiredConfiguration.map((name) => (
        <Value key={name} name={name} item={item} configurationWith={configurationWith} />
      ))}
    </div>
  );
}

interface ValueProps {
  name: string;
  item: BasketItem;
  configurationWith: (name: string, value: string) => Record<string, string>;
}

function Value({ name, item, configurationWith }: ValueProps) {
  const { keep, problem, forget } = useKeepItem();
  const input = useRef<HTMLInputElement>(null);
  const value = item.configuration[name] ?? "";
  const [typed, setTyped] = useState(value);
  return (
    <ValueField
      input={input}
      name={name}
      kinds={item.valueKinds}
      kept={value}
      value={typed}
      onChange={(now) => {
        setTyped(now);
        forget();
      }}
      onKeep={() => {
        if (typed.trim() === value) return;
        void keep(input.current, { itemId: item.id, configuration: configurationWith(name, typed) });
      }}
      description={value ? undefined : "The product starts once you fill this in."}
      problem={problem}
    />
  );
}
