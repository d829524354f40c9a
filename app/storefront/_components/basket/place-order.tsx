"use client";

import { useRouter } from "next/navigation";
import { FailureAlert } from "@/components/feedback/failure-alert";
import { PendingButton } from "@/components/feedback/pending-button";
import { useAction } from "@/components/form/use-action";
import { LinkButton } from "@/components/layout/link-button";
import type { PlaceOrderInput } from "@/lib/schemas/storefront";
import { placeOrderAction } from "../../actions";

/** Orders what is on the page, at the total that is on the page, and nothing else. */
export function PlaceOrder(seen: PlaceOrderInput) {
  const router = useRouter();
  const placing = useAction(placeOrderAction);

  const place = async () => {
    let result = await placing.run(seen);
    // The order may be placed although the answer got lost. Asking again gives the same order.
    if (!result.ok && result.reason === "failed") result = await placing.run(seen);
    if (!result.ok) {
      // After a refusal the page shows the basket as it is now.
      if (result.reason !== "failed") router.refresh();
      return;
    }
    router.push(`/storefront/billing/orders/${result.value.code}?placed`);
    router.refresh();
  };

  return (
    <>
      <FailureAlert failure={placing.failure} />
      <PendingButton size="md" pending={placing.pending} onClick={place}>
        Place order
      </PendingButton>
      <LinkButton href="/storefront/basket" variant="subtle">
        Back to basket
      </LinkButton>
    </>
  );
}
