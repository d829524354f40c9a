"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { notify } from "@/components/feedback/notify";
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
    <Button variant={again ? "default" : "filled"} loading={pending} onClick={resend}>
      Resend
    </Button>
  );
}
