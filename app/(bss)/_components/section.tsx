import { type ReactNode, useId } from "react";
import { Link } from "@/components/layout/link";
import classes from "./section.module.css";

interface SectionProps {
  title: string;
  /** Leads to the whole list. */
  more?: { label: string; href: string };
  children: ReactNode;
}

/** Draws a part of a page under its own heading. */
export function Section({ title, more, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id}>{title}</h2>
        {more && <Link href={more.href}>{more.label}</Link>}
      </div>
      {children}
    </section>
  );
}
