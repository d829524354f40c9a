"use client";

import { PendingButton } from "@/components/feedback/pending-button";
import { useMay } from "@/components/layout/current-user";
import { Link } from "@/components/layout/link";
import type { CatalogueProduct } from "@/lib/server/storefront/shop/queries/catalogue";
import { useAddToBasket } from "../basket/use-add-to-basket";
import { Price } from "../price/price";
import classes from "./product-card.module.css";

/** Shows one product of the catalogue. */
export function ProductCard({ product }: { product: CatalogueProduct }) {
  const { id, code, name, description, nonAutomatic } = product;
  const mayBuy = useMay("storefront:buy");
  const { add, pending, problem } = useAddToBasket({ productId: id });
  return (
    <article className={classes.card} aria-label={name}>
      <h2>
        <Link href={`/storefront/products/${code}`}>{name}</Link>
      </h2>
      <p className={classes.description}>{description}</p>
      {nonAutomatic && <p className={classes.note}>Set up by our staff</p>}
      <p className={classes.price}>
        <Price amount={product.price} currency={product.currency} billingPeriod={product.billingPeriod} />
      </p>
      {mayBuy && (
        <PendingButton variant="light" size="md" fullWidth pending={pending} onClick={add}>
          Add to basket
        </PendingButton>
      )}
      {problem}
    </article>
  );
}
