"use client";

import { useRouter } from "next/navigation";
import { notify, type ToastAction } from "@/components/notify";

/** After a dialog has changed the order: it closes, and the page shows the news. */
export function useDone(onClose: () => void) {
  const router = useRouter();
  return (message: string, action?: ToastAction) => {
    onClose();
    router.refresh();
    notify(message, action);
  };
}
