/** The two axes of an order status and what a combination means: docs/domain.md, section 1. */

export const orderStatusTypes = [
  "in_progress",
  "automatic_execute",
  "cancelled",
  "executing",
  "scheduled",
] as const;
export type OrderStatusType = (typeof orderStatusTypes)[number];

export const storefrontTypes = ["draft", "viewable", "submitted", "pending_approval"] as const;
export type StorefrontType = (typeof storefrontTypes)[number];

export type Combination = {
  type: OrderStatusType;
  storefrontType: StorefrontType;
};

export const typeLabels: Record<OrderStatusType, string> = {
  in_progress: "In progress",
  automatic_execute: "Automatic Execute",
  cancelled: "Cancelled",
  executing: "Executing",
  scheduled: "Scheduled",
};

export const storefrontTypeLabels: Record<StorefrontType, string> = {
  draft: "Draft",
  viewable: "Viewable",
  submitted: "Submitted",
  pending_approval: "Pending approval for standard resellers",
};

/** Further spellings by which files and clipboards may name a Type: the status is called Canceled, the Type Cancelled. */
export const typeSpellings: Partial<Record<OrderStatusType, readonly string[]>> = {
  cancelled: ["Canceled"],
  in_progress: ["In-progress"],
};

/** Types that a custom status may have; the others are the system's alone (rule 3). */
export function typeIsForUsers(type: OrderStatusType): boolean {
  return type === "in_progress" || type === "automatic_execute" || type === "cancelled";
}

/** May a user set a status of this combination on an order (rule 10)? It must be active too. */
export function userMaySet({ type, storefrontType }: Combination): boolean {
  return typeIsForUsers(type) && (storefrontType === "viewable" || storefrontType === "submitted");
}

/** An order in it counts as unexecuted (section 6): open, and neither a basket nor waiting for a reseller. */
export function isUnexecuted({ type, storefrontType }: Combination): boolean {
  return type === "in_progress" && (storefrontType === "viewable" || storefrontType === "submitted");
}

/** The customer's basket: BSS shows it and neither edits nor executes it (section 2). */
export function isDraft({ type, storefrontType }: Combination): boolean {
  return type === "in_progress" && storefrontType === "draft";
}

/** Executed and cancelled orders are final (section 2). */
export function isFinal(type: OrderStatusType): boolean {
  return type === "automatic_execute" || type === "cancelled";
}

export function sameCombination(a: Combination, b: Combination): boolean {
  return a.type === b.type && a.storefrontType === b.storefrontType;
}
