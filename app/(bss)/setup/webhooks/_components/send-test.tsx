"use client";

import { useRouter } from "next/navigation";
import { notify } from "@/components/feedback/notify";
import { PendingButton } from "@/components/feedback/pending-button";
import { notifyFailure } from "@/components/form/notify-failure";
import { useAction } from "@/components/form/use-action";
import { sendTestEventAction } from "../actions";

export function SendTest({ id }: { id: string }) {
  const router = useRouter();
  const { run, pending } = useAction(sendTestEventAction);
  const send = async () => {
    const result = await run({ id });
    if (result.ok) notify("Test event on its way. Its result appears under Deliveries.");
    else notifyFailure(result);
    router.refresh();
  };
  return (
    <PendingButton pending={pending} onClick={send}>
      Send test event
    </PendingButton>
  );
}
