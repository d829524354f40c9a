import { redirect } from "next/navigation";

export default function BillingPage(): never {
  redirect("/storefront/billing/orders");
}
