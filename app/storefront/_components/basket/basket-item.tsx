"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { FailureAlert } from "@/components/feedback/failure-alert";
import { notify } from "@/components/feedback/notify";
import { PendingButton } from "@/components/feedback/pending-button";
import { ProblemText } from "@/components/feedback/problem-text";
import { useAction } from "@/components/form/use-action";
import { Money } from "@/components/format/money";
import { Percent } from "@/components/format/numbers";
import { Link } from "@/components/layout/link";
import type { BasketItem } from "@/lib/server/storefront/basket/queries/get-basket";
import { removeFromBasketAction } from "../../actions";
import { Price } from "../price/price";
import classes from "./basket.module.css";
import { BasketQuantity } from "./basket-quantity";
import { trackSave } from "./basket-saves";
import { BasketValues } from "./basket-values";

/** Shows one product in the basket. Changes are saved at once. */
export function BasketItemRow({ item, currency }: { item: BasketItem; currency: string }) {
  const router = useRouter();
  const line = useRef<HTMLLIElement>(null);
  const removing = useAction(removeFromBasketAction);
  const button = useRef<HTMLButtonElement>(null);

  const remove = async () => {
    const result = await trackSave(removing.run({ itemId: item.id }), button.current);
    if (result.ok) {
      notify(`${item.description} is out of your basket`);
      focusAfter(line.current);
    }
    router.refresh();
  };
  return (
    <li ref={line} className={classes.item} aria-label={item.description} aria-busy={removing.pending}>
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
          {item.itemType !== "trial" && Number(item.discountPercent) > 0 && (
            <>
              , −<Percent value={item.discountPercent} />
            </>
          )}
        </p>
        {!item.sold && <ProblemText>We no longer sell this. Remove it to place the order.</ProblemText>}
      </div>
      <BasketQuantity item={item} />
      <p className={classes.amount}>
        <Money amount={item.net} currency={currency} />
      </p>
      <PendingButton
        ref={button}
        variant="subtle"
        color="gray"
        className={classes.remove}
        aria-label={`Remove ${item.description}`}
        data-remove
        pending={removing.pending}
        onClick={remove}
      >
        Remove
      </PendingButton>
      <BasketValues item={item} />
      <FailureAlert failure={removing.failure} />
    </li>
  );
}

const itemTypes = { new: "", trial: "Free trial of ", quantity_change: "Additional units, " } as const;

/** Moves the focus to Remove of the next line, or to the page's heading after the last one. */
function focusAfter(line: HTMLElement | null): void {
  const next = line?.nextElementSibling ?? line?.previousElementSibling;
  const target = next?.querySelector("[data-remove]") ?? document.querySelector("main h1");
  if (target instanceof HTMLElement) target.focus();
}
