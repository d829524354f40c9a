/** The pages of BSS Setup, by area; the setup page lists them and the search opens them. */
export const setupAreas = [
  {
    title: "Company",
    pages: [
      {
        label: "Company",
        href: "/setup/company",
        text: "Your time zone, which decides on which day invoices are issued.",
      },
    ],
  },
  {
    title: "Sales",
    pages: [
      {
        label: "Order Status",
        href: "/setup/sales/orders/order-status",
        text: "The statuses an order can have, what each means for the Storefront, and its color.",
      },
    ],
  },
  {
    title: "Vendors and agencies",
    pages: [
      {
        label: "Vendors",
        href: "/setup/vendors",
        text: "Who sets up what is sold, where they are asked, and how long they may take.",
      },
      {
        label: "Credit check",
        href: "/setup/credit-check",
        text: "An agency that is asked before an order is invoiced, beside the credit limit.",
      },
    ],
  },
  {
    title: "People",
    pages: [
      { label: "Users", href: "/setup/users", text: "Who can sign in, and what each role lets them do." },
      {
        label: "Audit log",
        href: "/setup/audit-log",
        text: "Setup changes, sign-ins and user administration: who, when, and what it was before.",
      },
    ],
  },
];
