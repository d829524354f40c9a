"use client";

import { useRouter } from "next/navigation";
import { notify } from "@/components/feedback/notify";
import { PendingButton } from "@/components/feedback/pending-button";
import { notifyFailure } from "@/components/form/notify-failure";
import { useAction } from "@/components/form/use-action";
import { resendMessageAction } from "../actions";

/** Sends the message again, or the first time if it never went out. */
export function Resend({ id, again }: { id: string; again: boolean }) {
  const router = useRouter();
  const { run, pending } = useAction(resendMessageAction);
  const resend = async () => {
    const result = await run({ id });
    if (result.ok) notify(`On its way to ${result.value.address}`);
    else notifyFailure(result);
    router.refresh();
  };
  return (
    <PendingButton variant={again ? "default" : "filled"} pending={pending} onClick={resend}>
      Resend
    </PendingButton>
  );
}
