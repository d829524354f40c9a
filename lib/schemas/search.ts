/** Describes something that the search opens. */
export interface SearchHit {
  group: "Orders" | "Invoices" | "Credit notes" | "Accounts" | "Products" | "Statuses" | "Users";
  label: string;
  detail: string;
  href: string;
}
