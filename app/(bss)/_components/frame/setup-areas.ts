/** Lists the pages of BSS Setup by area, for the setup page and for the search. */
export const setupAreas = [
  {
    title: "Company",
    pages: [
      {
        label: "Company",
        href: "/setup/company",
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
        text: "Vendors set up what you sell. Enter their addresses and how long they may take.",
      },
      {
        label: "Credit check",
        href: "/setup/credit-check",
        text: "Ask your credit agency before an order is invoiced, in addition to checking the credit limit.",
      },
    ],
  },
  {
    title: "People and programs",
    pages: [
      { label: "Users", href: "/setup/users", text: "Decide who can sign in and what each role can do." },
      {
        label: "Sign-in",
        href: "/setup/sign-in",
        text: "Decide of whom a second factor is required.",
      },
      {
        label: "API keys",
        href: "/setup/api-keys",
        text: "Let programs call the API, decide what each can do, and end a key at once.",
      },
      {
        label: "Webhooks",
        href: "/setup/webhooks",
        text: "Send events to other programs as they happen, and see what was delivered.",
      },
      {
        label: "Audit log",
        href: "/setup/audit-log",
        text: "See who changed what in setup and user administration, and who signed in.",
      },
    ],
  },
];
