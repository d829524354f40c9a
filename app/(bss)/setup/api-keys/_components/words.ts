import type { KeyRole, KeyState } from "@/lib/domain/api-key";

/** Names the states of a key as its page and the list show them. */
export const keyStateLabels: Record<KeyState, string> = {
  active: "Active",
  expired: "Expired",
  revoked: "Revoked",
};

/** Says what a key of each role can do, beside the choice of the role. */
export const keyRoleDescriptions: Record<KeyRole, string> = {
  manager: "The key reads everything and changes nothing.",
  operator: "The key reads everything and works on orders and accounts. It changes no setup.",
  administrator: "The key can do everything, including setup, users and other keys.",
};
