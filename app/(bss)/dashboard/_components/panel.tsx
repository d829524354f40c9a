"use client";

import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { useLocale } from "@/components/locale";
import { formatNumber } from "@/lib/domain/format/format";
import classes from "./panel.module.css";

interface PanelProps {
  title: string;
  /** Exact; shown beside the title. */
  count?: number | undefined;
  /** Where all of it is. */
  link?: { href: string; label: string } | undefined;
  note?: ReactNode;
  /** What changes how it is shown. */
  tools?: ReactNode;
  children: ReactNode;
}

/** One widget of the dashboard. */
export function Panel({ title, count, link, note, tools, children }: PanelProps) {
  const { locale } = useLocale();
  return (
    <section className={classes.panel} aria-label={title}>
      <header className={classes.head}>
        <h2>
          {title}
          {count !== undefined && <span className={classes.count}> {formatNumber(count, locale)}</span>}
        </h2>
        {note}
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
