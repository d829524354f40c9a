"use client";

import { useRouter } from "next/navigation";
import { notify, type ToastAction } from "@/components/notify";

/** After a dialog has changed the order: it closes, the page shows the news, and focus is where reading goes on. */
export function useDone(onClose: () => void) {
  const router = useRouter();
  return (message: string, action?: ToastAction) => {
    onClose();
    router.refresh();
    notify(message, action);
    // The button that opened the dialog may be gone with what it did.
    setTimeout(() => {
      if (document.activeElement === document.body) document.getElementById("main")?.focus();
    }, 100);
  };
}
