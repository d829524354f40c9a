"use client";

import { usePathname } from "next/navigation";
import { useCurrentUser } from "@/components/layout/current-user";
import { Link } from "@/components/layout/link";
import { roleMay } from "@/lib/domain/permissions";
import { isActive, mainNavigation, type NavigationItem, setupNavigation } from "./navigation";
import classes from "./navigation-list.module.css";

/** Lists the pages. `compact` shows icons only, and keeps the words as names and hints. */
export function NavigationList({ compact = false }: { compact?: boolean }) {
  const { role } = useCurrentUser();
  const allowed = mainNavigation.filter(({ permission }) => roleMay(role, permission));
  return (
    <>
      <ul className={classes.list} data-compact={compact}>
        {allowed.map((item) => (
          <Entry key={item.href} item={item} compact={compact} />
        ))}
      </ul>
      {roleMay(role, setupNavigation.permission) && (
        <ul className={classes.foot} data-compact={compact}>
          <Entry item={setupNavigation} compact={compact} />
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
