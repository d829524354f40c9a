import "server-only";
import { endpointProblem } from "@/lib/domain/values/endpoint";
import { ok, refuse } from "@/lib/domain/values/result";
import { config } from "../kernel/config";

export const webhookRefusals = ["endpoint_not_allowed", "webhook_name_taken"] as const;

/** Checks that a webhook's address may be called from here, as a vendor's: docs/domain.md, section 3, "Calls". */
export function checkedWebhook({ url }: { url: string }) {
  const why = endpointProblem(url, { loopback: config().embedded });
  return why ? refuse({ reason: "endpoint_not_allowed", why, path: "url" }) : ok(null);
}

export function nameTaken(name: string) {
  return refuse({ reason: "webhook_name_taken", name, path: "name" });
}
