import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/page-header";
import { requireCtx } from "@/lib/server/session";
import classes from "./setup.module.css";

export const metadata: Metadata = { title: "BSS Setup" };

const areas = [
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

export default async function SetupPage() {
  await requireCtx("order-status:save");
  return (
    <>
      <PageHeader
        title="BSS Setup"
        meta="How your organization works. Changes are recorded in the audit log."
      />
      {areas.map((area) => (
        <section key={area.title} aria-labelledby={area.title} className={classes.area}>
          <h2 id={area.title}>{area.title}</h2>
          <ul className={classes.pages}>
            {area.pages.map(({ label, href, text }) => (
              <li key={href} className={classes.page}>
                <Link href={href}>{label}</Link>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
