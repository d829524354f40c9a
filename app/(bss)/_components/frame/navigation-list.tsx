"use client";

import { usePathname } from "next/navigation";
import { useCurrentUser } from "@/components/layout/current-user";
import { Link } from "@/components/layout/link";
import { isActive, type NavigationItem, pagesFor } from "./navigation";
import classes from "./navigation-list.module.css";

/** Lists the pages. `compact` shows icons only, and keeps the words as names and hints. */
export function NavigationList({ compact = false }: { compact?: boolean }) {
  const { main, setup } = pagesFor(useCurrentUser().permissions);
  return (
    <>
      <ul className={classes.list} data-compact={compact}>
        {main.map((item) => (
          <Entry key={item.href} item={item} compact={compact} />
        ))}
      </ul>
      {setup && (
        <ul className={classes.foot} data-compact={compact}>
          <Entry item={setup} compact={compact} />
        </ul>
      )}
    </>
  );
}

function Entry({ item, compact }: { item: NavigationItem; compact: boolean }) {
  const active = isActive(item, usePathname());
  const Icon = item.icon;
  return (
    <li>
      <Link
        href={item.href}
        className={classes.link}
        aria-current={active ? "page" : undefined}
        title={compact ? item.label : undefined}
      >
        <Icon size={18} stroke={1.7} aria-hidden="true" />
        <span className={classes.label}>{item.label}</span>
      </Link>
    </li>
  );
}
