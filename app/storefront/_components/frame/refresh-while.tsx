"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 2000;
/** After two minutes the page waits for its reader to come back. */
const atMost = 60;

/** Reads the page anew while it is rendered, since what the page waits for is done a moment later, elsewhere. */
export function RefreshWhile() {
  const router = useRouter();
  useEffect(() => {
    let left = atMost;
    const timer = setInterval(() => {
      if (left-- > 0 && document.visibilityState === "visible") router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
