import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { Link } from "@/components/layout/link";
import { PageHeader } from "@/components/layout/page-header";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { setupAreasFor } from "../_components/frame/setup-areas";
import classes from "./setup.module.css";

export const metadata: Metadata = { title: "BSS Setup" };

export default async function SetupPage() {
  const areas = setupAreasFor((await requireCtx()).actor.permissions);
  if (areas.length === 0) forbidden();
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
