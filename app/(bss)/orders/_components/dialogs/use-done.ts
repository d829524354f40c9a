"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { notify, type ToastAction } from "@/components/feedback/notify";

/**
 * After a dialog has changed the order: it closes once the page shows the news, so that what is pressed next is about
 * the order as it is now.
 */
export function useDone(onClose: () => void) {
  const router = useRouter();
  return (message: string, action?: ToastAction) => {
    startTransition(() => {
      onClose();
      router.refresh();
    });
    notify(message, action);
  };
}
