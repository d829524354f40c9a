"use client";

import type { ReactNode } from "react";
import { useLocale } from "@/components/format/locale";
import { Link } from "@/components/layout/link";
import { formatNumber } from "@/lib/domain/format/format";
import classes from "./panel.module.css";

interface PanelProps {
  title: string;
  /** Is shown beside the title. */
  count?: number | undefined;
  /** Says that there may be more, which are not counted: "100+". */
  counted?: "exactly" | "at least";
  /** Leads to the whole list. */
  link?: { href: string; label: string } | undefined;
  /** Changes how the list is shown. */
  tools?: ReactNode;
  children: ReactNode;
}

/** Draws one widget of the dashboard. */
export function Panel({ title, count, counted, link, tools, children }: PanelProps) {
  const { locale } = useLocale();
  return (
    <section className={classes.panel} aria-label={title}>
      <header className={classes.head}>
        <h2>
          {title}
          {count !== undefined && (
            <span className={classes.count}>
              {" "}
              {formatNumber(count, locale)}
              {counted === "at least" && "+"}
            </span>
          )}
        </h2>
        {tools}
        {link && (
          <Link href={link.href} className={classes.link} prefetch={false}>
            {link.label}
          </Link>
        )}
      </header>
      {children}
    </section>
  );
}
