"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { FailureAlert } from "@/components/feedback/failure-alert";
import { PendingButton } from "@/components/feedback/pending-button";
import { useAction } from "@/components/form/use-action";
import { answerSimulatedAction } from "../../payments/actions";
import classes from "./simulated-payment.module.css";

/** Lets the customer answer for the provider: the payment succeeds, or it does not. */
export function SimulatedPayment({ id }: { id: string }) {
  const router = useRouter();
  const answering = useAction(answerSimulatedAction);
  const answer = async (answer: "paid" | "failed") => {
    const result = await answering.run({ id, answer });
    if (result.ok) router.push(`/storefront/payments/${id}/return`);
  };
  return (
    <div className={classes.buttons}>
      <FailureAlert failure={answering.failure} />
      <PendingButton size="md" pending={answering.pending} onClick={() => answer("paid")}>
        Pay
      </PendingButton>
      <Button size="md" variant="default" disabled={answering.pending} onClick={() => answer("failed")}>
        Decline
      </Button>
    </div>
  );
}
