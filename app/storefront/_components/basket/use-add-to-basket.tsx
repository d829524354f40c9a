"use client";

import { useRouter } from "next/navigation";
import { FailureAlert } from "@/components/feedback/failure-alert";
import { notify } from "@/components/feedback/notify";
import { PendingButton } from "@/components/feedback/pending-button";
import { useAction } from "@/components/form/use-action";
import { LinkButton } from "@/components/layout/link-button";
import type { BasketRefusal } from "@/lib/domain/storefront/basket";
import type { AddToBasketInput } from "@/lib/schemas/storefront";
import { addToBasketAction, removeFromBasketAction } from "../../actions";
import classes from "./add-to-basket.module.css";

/**
 * Puts something into the basket and says so. `add` answers whether it is there; `problem` stands beside the button when
 * it was refused.
 */
export function useAddToBasket(input: AddToBasketInput) {
  const router = useRouter();
  const adding = useAction(addToBasketAction);
  const emptying = useAction(removeFromBasketAction);

  const add = async (): Promise<boolean> => {
    const result = await adding.run(input);
    if (!result.ok) return false;
    notify(`${result.value.product} is in your basket`, {
      label: "Go to basket",
      href: "/storefront/basket",
    });
    router.refresh();
    return true;
  };
  const emptyAndAdd = async () => {
    if ((await emptying.run({})).ok) await add();
  };

  const { failure } = adding;
  const isKeptApart = (failure?.refusal as BasketRefusal | undefined)?.reason === "does_not_mix";
  const problem = failure && (
    <FailureAlert failure={failure}>
      <p>{failure.problems[0]?.message ?? failure.message}</p>
      {isKeptApart && (
        <div className={classes.waysOut}>
          <LinkButton href="/storefront/basket" variant="default">
            Go to basket
          </LinkButton>
          <PendingButton variant="default" pending={emptying.pending || adding.pending} onClick={emptyAndAdd}>
            Empty the basket and add it
          </PendingButton>
        </div>
      )}
    </FailureAlert>
  );
  return { add, pending: adding.pending || emptying.pending, problem };
}
