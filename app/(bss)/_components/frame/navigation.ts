import {
  IconBuilding,
  IconClipboardList,
  IconFileInvoice,
  IconLayoutDashboard,
  IconMail,
  IconPackage,
  IconRefresh,
  IconSettings,
} from "@tabler/icons-react";
import type { Permission } from "@/lib/domain/permissions";

export interface NavigationItem {
  label: string;
  href: string;
  icon: typeof IconSettings;
}

/** Lists the pages of the left navigation, in the words of the domain. */
export const mainNavigation: (NavigationItem & { permission: Permission })[] = [
  { label: "Dashboard", href: "/dashboard", permission: "dashboard:read", icon: IconLayoutDashboard },
  { label: "Orders", href: "/orders", permission: "order:read", icon: IconClipboardList },
  { label: "Accounts", href: "/accounts", permission: "account:read", icon: IconBuilding },
  { label: "Products", href: "/products", permission: "product:read", icon: IconPackage },
  { label: "Subscriptions", href: "/subscriptions", permission: "subscription:read", icon: IconRefresh },
  { label: "Invoices", href: "/invoices", permission: "invoice:read", icon: IconFileInvoice },
  { label: "Messages", href: "/messages", permission: "message:read", icon: IconMail },
];

const setupNavigation: NavigationItem = { label: "BSS Setup", href: "/setup", icon: IconSettings };

/** Lists the permissions of the pages of BSS Setup, whose words would weigh on every page: see setup-areas.ts. */
export const setupPermissions: readonly Permission[] = [
  "organization:save",
  "import:run",
  "order-status:save",
  "vendor:save",
  "credit-check:save",
  "user:read",
  "sign-in:save",
  "api-key:read",
  "webhook:save",
  "audit:read",
];

/** Returns the pages that a person may open, in the order of the navigation. */
export function pagesFor(permissions: readonly Permission[]) {
  return {
    main: mainNavigation.filter(({ permission }) => permissions.includes(permission)),
    setup: setupPermissions.some((one) => permissions.includes(one)) ? setupNavigation : null,
  };
}

/** Returns the page where a person begins. */
export function startOf(permissions: readonly Permission[]): { label: string; href: string } {
  const { main, setup } = pagesFor(permissions);
  return main[0] ?? setup ?? { label: "Your profile", href: "/profile" };
}

/**
 * Names the parts of a path where they are not simply the code of a row. A part with `page: false` cannot be opened.
 */
const words: Record<string, { label: string; page?: false }> = {
  ...Object.fromEntries(mainNavigation.map(({ href, label }) => [href, { label }])),
  "/setup": { label: setupNavigation.label },
  "/setup/company": { label: "Company" },
  "/setup/sales": { label: "Sales", page: false },
  "/setup/sales/orders": { label: "Orders", page: false },
  "/setup/sales/orders/order-status": { label: "Order Status" },
  "/setup/vendors": { label: "Vendors" },
  "/setup/vendors/new": { label: "New vendor" },
  "/setup/credit-check": { label: "Credit check" },
  "/setup/users": { label: "Users" },
  "/setup/sign-in": { label: "Sign-in" },
  "/setup/users/new": { label: "Invite user" },
  "/setup/roles": { label: "Roles" },
  "/setup/roles/new": { label: "New role" },
  "/setup/api-keys": { label: "API keys" },
  "/setup/api-keys/new": { label: "New API key" },
  "/setup/webhooks": { label: "Webhooks" },
  "/setup/webhooks/new": { label: "New webhook" },
  "/setup/imports": { label: "Imports" },
  "/setup/audit-log": { label: "Audit log" },
  "/profile": { label: "Your profile" },
  "/profile/sessions": { label: "Sessions" },
  "/orders/new": { label: "New order" },
  "/orders/bulk": { label: "Bulk runs" },
  "/accounts/new": { label: "New account" },
  "/products/new": { label: "New product" },
  "/invoices/credit-notes": { label: "Credit notes" },
};

/** Names the last parts that are pages of a row, as in /orders/1042/edit. */
const pagesOfRow: Record<string, string> = {
  edit: "Edit",
  print: "Print",
  payments: "Payments",
  history: "History",
};

export interface Crumb {
  label: string;
  /** Is where the part leads; without it, the part is only a word. */
  href?: string;
}

/** Returns breadcrumbs such as BSS Setup › Sales › Orders › Order Status. The last one is the page itself. */
export function breadcrumbs(pathname: string): Crumb[] {
  const parts = pathname.split("/").filter(Boolean);
  return parts.map((part, index) => {
    const href = `/${parts.slice(0, index + 1).join("/")}`;
    const word = words[href];
    const label = word?.label ?? pagesOfRow[part] ?? (isFixedRole(href) ? capital(part) : decodePart(part));
    return word?.page === false || index === parts.length - 1 ? { label } : { label, href };
  });
}

export function isActive(item: NavigationItem, pathname: string): boolean {
  return pathname === item.href || pathname.startsWith(`${item.href}/`);
}

/** Tells whether a path is the page of a fixed role, which is named in it. */
function isFixedRole(href: string): boolean {
  return /^\/setup\/roles\/[a-z]+$/.test(href);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Returns a row's code. A row without one is known by what the page says. */
function decodePart(part: string): string {
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(part)) return "Details";
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
