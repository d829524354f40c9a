import type { Combination } from "./combination";

/**
 * Returns how the customer reads a status: by its combination, whatever staff call it. See docs/domain.md, section 5.
 */
export function storefrontStatusLabel({ type, storefrontType }: Combination): string {
  switch (type) {
    case "in_progress":
      return inProgress[storefrontType];
    case "automatic_execute":
      return "Executed";
    case "cancelled":
      return storefrontType === "pending_approval" ? "Canceled by reseller" : "Canceled";
    case "executing":
      return "In Progress / Executing";
    case "scheduled":
      return "Scheduled";
  }
}

const inProgress: Record<Combination["storefrontType"], string> = {
  draft: "Basket",
  viewable: "In Progress / Submitted",
  submitted: "In Progress / Submitted",
  pending_approval: "Waiting for approval",
};
