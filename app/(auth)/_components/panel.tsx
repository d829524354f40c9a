import type { ReactNode } from "react";
import { Logo } from "@/components/layout/logo";
import classes from "./auth.module.css";

/** Draws a page before sign-in: the product's sign, a heading, and what is asked. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={classes.page}>
      <div className={classes.panel}>
        <Logo />
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
