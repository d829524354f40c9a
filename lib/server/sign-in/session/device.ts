import "server-only";
import Bowser from "bowser";
import { oneLine } from "@/lib/domain/values/one-line";

/** Returns how a person recognizes a browser: "Chrome on Windows". */
export function deviceLabel(userAgent: string | null): string {
  if (!userAgent) return "Unknown browser";
  const { browser, os } = Bowser.parse(userAgent.slice(0, 1000));
  // A program names itself first, as in "curl/8.5.0".
  const name = browser.name || /^([\w.-]{1,40})\//.exec(userAgent)?.[1] || "Unknown browser";
  return oneLine(os.name ? `${name} on ${os.name}` : name, 80);
}
