"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { notify, type ToastAction } from "../feedback/notify";

/**
 * Returns what a dialog calls once it has changed something: it closes when the page behind shows the change, so that
 * what is pressed next is about things as they are now.
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
