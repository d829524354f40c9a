/** A status has two axes, and their combination says what it means: docs/domain.md, section 1. */

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

/** Files and clipboards also name a Type like this, since the status is called Canceled and the Type Cancelled. */
export const typeSpellings: Partial<Record<OrderStatusType, readonly string[]>> = {
  cancelled: ["Canceled"],
  in_progress: ["In-progress"],
};

/** Tells whether a custom status can have this Type; the others belong to the system alone (rule 3). */
export function typeIsForUsers(type: OrderStatusType): boolean {
  return type === "in_progress" || type === "automatic_execute" || type === "cancelled";
}

/** Tells whether a user may set an active status of this combination on an order (rule 10). */
export function userMaySet({ type, storefrontType }: Combination): boolean {
  return typeIsForUsers(type) && (storefrontType === "viewable" || storefrontType === "submitted");
}

/**
 * Tells whether an order in it counts as unexecuted: open, and neither a basket nor waiting for a reseller (section 6).
 */
export function isUnexecuted({ type, storefrontType }: Combination): boolean {
  return type === "in_progress" && (storefrontType === "viewable" || storefrontType === "submitted");
}

/** Tells whether an order in it is a customer's basket, which BSS shows and neither edits nor executes (section 2). */
export function isDraft({ type, storefrontType }: Combination): boolean {
  return type === "in_progress" && storefrontType === "draft";
}

/** Tells whether an order in it is executed or canceled for good (section 2). */
export function isFinal(type: OrderStatusType): boolean {
  return type === "automatic_execute" || type === "cancelled";
}

export function sameCombination(a: Combination, b: Combination): boolean {
  return a.type === b.type && a.storefrontType === b.storefrontType;
}
