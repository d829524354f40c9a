import "server-only";
import { ok, refuse } from "@/lib/domain/values/result";
import { endpointFault } from "../outside/endpoint-fault";

export const webhookRefusals = ["endpoint_not_allowed", "webhook_name_taken"] as const;

/** Checks that a webhook's address may be called from here, as a vendor's: docs/domain.md, section 3, "Calls". */
export function checkedWebhook({ url }: { url: string }) {
  const why = endpointFault(url);
  return why ? refuse({ reason: "endpoint_not_allowed", why, path: "url" }) : ok(null);
}

export function nameTaken(name: string) {
  return refuse({ reason: "webhook_name_taken", name, path: "name" });
}
