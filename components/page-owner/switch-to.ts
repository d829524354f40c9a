import type { ActionResult } from "@/lib/schemas/action-result";
import { whileSwitching } from "./asking";

/**
 * Goes to another organization with the session of this browser, and returns where its user starts. `leaves` says that the page
 * then goes there too.
 */
export function switchTo(
  organizationId: string,
  { leaves }: { leaves: boolean },
): Promise<ActionResult<{ home: string }>> {
  return whileSwitching(() => ask(organizationId), { leaves });
}

async function ask(organizationId: string): Promise<ActionResult<{ home: string }>> {
  const address = `/switch-organization?to=${encodeURIComponent(organizationId)}`;
  const response = await fetch(address, { method: "POST" }).catch(() => null);
  if (response?.ok) return { ok: true, value: await response.json() };
  const message = (await response?.text()) ?? "The server did not answer. Try again.";
  return { ok: false, reason: "refused", message, problems: [] };
}
