import { type ProvisioningState, provisioningStateLabels } from "@/lib/domain/provisioning";
import { StatusBadge } from "./status-badge";

const colors: Record<ProvisioningState, string> = {
  pending: "#868e96",
  in_progress: "#1c7ed6",
  provisioned: "#2f9e44",
  failed: "#e03131",
};

/** How far the vendor is with a subscription or asset. */
export function ProvisioningBadge({ state, name }: { state: ProvisioningState; name?: string }) {
  const label = provisioningStateLabels[state];
  return <StatusBadge label={label} color={colors[state]} {...(name && { role: "status" as const, name })} />;
}
