"use client";

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { WholeNumberInput, wholeNumber } from "@/components/whole-number-input";
import type { CatalogueDetail } from "@/lib/server/storefront/catalogue";
import classes from "./product-page.module.css";
import { useAddToBasket } from "./use-add-to-basket";

/** How many, with which values; what can be tried may be tried. */
export function BuyForm({ product }: { product: CatalogueDetail }) {
  const [typed, setTyped] = useState("1");
  const [configuration, setConfiguration] = useState<Record<string, string>>({});
  const quantity = wholeNumber(typed);
  const buying = useAddToBasket({ productId: product.id, quantity: quantity ?? 1, configuration });
  const trying = useAddToBasket({
    productId: product.id,
    quantity: quantity ?? 1,
    configuration,
    itemType: "trial",
  });
  const isQuantity = quantity !== null && quantity >= 1 && quantity <= 1_000_000;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isQuantity) buying.add();
  };

  return (
    <form onSubmit={submit} noValidate className={classes.form} aria-label={product.name}>
      <WholeNumberInput
        label="Quantity"
        size="md"
        value={typed}
        onChange={setTyped}
        max={1_000_000}
        error={isQuantity ? null : "Enter a whole number from 1 to 1,000,000."}
      />
      {product.requiredConfiguration.map((name) => (
        <TextInput
          key={name}
          label={name}
          description="Needed before it can start. You can also fill it in later."
          size="md"
          value={configuration[name] ?? ""}
          onChange={(event) => setConfiguration({ ...configuration, [name]: event.currentTarget.value })}
        />
      ))}
      <Button type="submit" size="md" loading={buying.pending}>
        Add to basket
      </Button>
      {product.trial && (
        <Button
          variant="default"
          size="md"
          loading={trying.pending}
          disabled={!isQuantity}
          onClick={trying.add}
        >
          Try it free
        </Button>
      )}
      {buying.problem}
      {trying.problem}
    </form>
  );
}
