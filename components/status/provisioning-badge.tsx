import { type ProvisioningState, provisioningStateLabels } from "@/lib/domain/provisioning";
import { StatusBadge } from "./status-badge";

const colors: Record<ProvisioningState, string> = {
  pending: "#868e96",
  in_progress: "#1c7ed6",
  provisioned: "#2f9e44",
  failed: "#e03131",
};

interface ProvisioningBadgeProps {
  state: ProvisioningState;
  /** Says that the vendor takes it down, or has done so. */
  ended?: boolean;
  name?: string;
}

/** Shows how far the vendor is with a subscription or asset. */
export function ProvisioningBadge({ state, ended = false, name }: ProvisioningBadgeProps) {
  const label = ended && state === "provisioned" ? "De-provisioned" : provisioningStateLabels[state];
  return <StatusBadge label={label} color={colors[state]} {...(name && { role: "status" as const, name })} />;
}
