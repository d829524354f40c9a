"use client";

import { useRouter } from "next/navigation";
import { notify } from "@/components/feedback/notify";
import { PendingButton } from "@/components/feedback/pending-button";
import { notifyFailure } from "@/components/form/notify-failure";
import { useAction } from "@/components/form/use-action";
import { resendDeliveryAction } from "../actions";

/** Delivers an event again, or tries now what waits for its next attempt. */
export function ResendDelivery(props: {
  webhookId: string;
  deliveryId: string;
  what: string;
  waits: boolean;
}) {
  const { webhookId: id, deliveryId, what, waits } = props;
  const router = useRouter();
  const { run, pending } = useAction(resendDeliveryAction);
  const resend = async () => {
    const result = await run({ id, deliveryId });
    if (result.ok) notify(`${what} on its way`);
    else notifyFailure(result);
    router.refresh();
  };
  const verb = waits ? "Try now" : "Resend";
  return (
    <PendingButton
      size="compact-sm"
      variant="default"
      pending={pending}
      onClick={resend}
      aria-label={`${verb}: ${what}`}
    >
      {verb}
    </PendingButton>
  );
}
