"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Shows what has happened meanwhile when somebody comes back to this tab. */
export function RefreshOnReturn() {
  const router = useRouter();
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    document.addEventListener("visibilitychange", refresh);
    return () => document.removeEventListener("visibilitychange", refresh);
  }, [router]);
  return null;
}
