/** Says what people of a customer's or reseller's account may do for it: docs/domain.md, section 7, "People of an account". */

export const accountRoles = ["administrator", "buyer", "billing", "viewer"] as const;
export type AccountRole = (typeof accountRoles)[number];

/** Names each role on screen. */
export const accountRoleLabels: Record<AccountRole, string> = {
  administrator: "Account administrator",
  buyer: "Buyer",
  billing: "Billing",
  viewer: "Viewer",
};

export const accountRoleDescriptions: Record<AccountRole, string> = {
  administrator: "Everything, and invites other people.",
  buyer: "Orders products, and changes and cancels orders.",
  billing: "Sees orders, and sees and pays invoices.",
  viewer: "Sees orders and invoices, and changes nothing.",
};

/** Limits the people of an account, since its own administrators invite them. */
export const mostColleagues = 100;
