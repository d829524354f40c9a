"use client";

import { useState } from "react";
import { PendingButton } from "@/components/feedback/pending-button";
import { DateText } from "@/components/format/date";
import { Quantity } from "@/components/format/numbers";
import { SubscriptionTerms } from "@/components/format/subscription-terms";
import { wholeNumber } from "@/components/inputs/whole-number";
import { WholeNumberInput } from "@/components/inputs/whole-number-input";
import { useMay } from "@/components/layout/current-user";
import type { ProvisioningState } from "@/lib/domain/provisioning";
import type { OwnSubscription } from "@/lib/server/storefront/billing/queries/own-subscriptions";
import { StartDate } from "../../../_components/start-date";
import { useAddToBasket } from "../basket/use-add-to-basket";
import { Price } from "../price/price";
import classes from "./own-subscription.module.css";

const states: Record<ProvisioningState, string> = {
  pending: "being set up",
  in_progress: "being set up",
  provisioned: "active",
  failed: "being set up by our staff",
};

/** Shows something that the customer has bought. Where it can grow, they can order more of it. */
export function OwnSubscriptionCard({ subscription }: { subscription: OwnSubscription }) {
  const mayBuy = useMay("storefront:buy");
  const { description, quantity, endDate, trial, state } = subscription;
  return (
    <li className={classes.card} aria-label={description}>
      <div>
        <h2>
          <Quantity value={quantity} /> × {description}
        </h2>
        <p className={classes.facts}>
          {trial ? (
            <>
              Free trial
              {subscription.trialEndsOn && !endDate && (
                <>
                  {" "}
                  until <DateText value={subscription.trialEndsOn} />
                </>
              )}
            </>
          ) : (
            <Price
              amount={subscription.net}
              currency={subscription.currency}
              billingPeriod={subscription.billingPeriod}
            />
          )}
          , <StartDate day={subscription.startDate} />
          {endDate ? (
            <>
              , ends <DateText value={endDate} />
            </>
          ) : (
            `, ${states[state]}`
          )}
        </p>
        <p className={classes.facts}>
          <SubscriptionTerms {...subscription} />
        </p>
      </div>
      {subscription.grows && mayBuy && <More subscription={subscription} />}
    </li>
  );
}

function More({ subscription: { id, productId, description } }: { subscription: OwnSubscription }) {
  const [typed, setTyped] = useState("1");
  const quantity = wholeNumber(typed);
  const { add, pending, problem } = useAddToBasket({
    productId,
    quantity: quantity ?? 1,
    itemType: "quantity_change",
    subscriptionId: id,
  });
  const isQuantity = quantity !== null && quantity >= 1 && quantity <= 1_000_000;
  return (
    <>
      <div className={classes.more}>
        <WholeNumberInput
          className={classes.quantity}
          label="Add more"
          size="md"
          max={1_000_000}
          value={typed}
          onChange={setTyped}
          error={!isQuantity}
        />
        <PendingButton
          size="md"
          variant="default"
          pending={pending}
          disabled={!isQuantity}
          onClick={add}
          aria-label={`Add more of ${description} to basket`}
        >
          Add to basket
        </PendingButton>
      </div>
      {problem && <div className={classes.problem}>{problem}</div>}
    </>
  );
}
