import type { Permission } from "@/lib/domain/permissions";

interface SetupArea {
  title: string;
  pages: { label: string; href: string; permission: Permission; text: string }[];
}

/** Lists the pages of BSS Setup by area, for the setup page and for the search. */
export const setupAreas: SetupArea[] = [
  {
    title: "Company",
    pages: [
      {
        label: "Company",
        href: "/setup/company",
        permission: "organization:save",
        text: "Your address, VAT ID, bank details, logo and time zone. Documents and emails show them.",
      },
    ],
  },
  {
    title: "Moving in",
    pages: [
      {
        label: "Imports",
        href: "/setup/imports",
        permission: "import:run",
        text: "Bring accounts, products, orders and opening balances from another system, and see what becomes of each row.",
      },
    ],
  },
  {
    title: "Sales",
    pages: [
      {
        label: "Order Status",
        href: "/setup/sales/orders/order-status",
        permission: "order-status:save",
        text: "Decide which statuses an order can have, what each means for the Storefront, and its color.",
      },
    ],
  },
  {
    title: "Vendors and agencies",
    pages: [
      {
        label: "Vendors",
        href: "/setup/vendors",
        permission: "vendor:save",
        text: "Vendors set up what you sell. Enter their addresses and how long they may take.",
      },
      {
        label: "Credit check",
        href: "/setup/credit-check",
        permission: "credit-check:save",
        text: "Ask your credit agency before an order is invoiced, in addition to checking the credit limit.",
      },
    ],
  },
  {
    title: "People and programs",
    pages: [
      {
        label: "Users",
        href: "/setup/users",
        permission: "user:read",
        text: "Decide who can sign in, and with which role.",
      },
      {
        label: "Roles",
        href: "/setup/roles",
        permission: "user:read",
        text: "See what each role can do, and make roles of your own.",
      },
      {
        label: "Sign-in",
        href: "/setup/sign-in",
        permission: "sign-in:save",
        text: "Decide which roles need a second factor.",
      },
      {
        label: "API keys",
        href: "/setup/api-keys",
        permission: "api-key:read",
        text: "Let programs call the API, decide what each can do, and end a key at once.",
      },
      {
        label: "Webhooks",
        href: "/setup/webhooks",
        permission: "webhook:save",
        text: "Send events to other programs as they happen, and see what was delivered.",
      },
      {
        label: "Audit log",
        href: "/setup/audit-log",
        permission: "audit:read",
        text: "See who changed what in setup and user administration, and who signed in.",
      },
    ],
  },
];

/** Returns the pages that a person may open, without areas that would be empty. */
export function setupAreasFor(permissions: readonly Permission[]): SetupArea[] {
  return setupAreas
    .map(({ title, pages }) => ({
      title,
      pages: pages.filter(({ permission }) => permissions.includes(permission)),
    }))
    .filter(({ pages }) => pages.length > 0);
}
