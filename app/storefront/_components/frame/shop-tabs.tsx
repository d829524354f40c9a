import { Link } from "@/components/layout/link";
import classes from "./shop-tabs.module.css";

interface ShopTabsProps {
  label: string;
  tabs: { href: string; label: string; current: boolean }[];
}

/** Leads between the parts of one place in the shop. */
export function ShopTabs({ label, tabs }: ShopTabsProps) {
  return (
    <nav aria-label={label} className={classes.tabs}>
      {tabs.map(({ href, label, current }) => (
        <Link key={href} href={href} aria-current={current ? "page" : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
