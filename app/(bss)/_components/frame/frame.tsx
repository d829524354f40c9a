"use client";

import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useCurrentUser } from "@/components/layout/current-user";
import { Link } from "@/components/layout/link";
import { Logo } from "@/components/layout/logo";
import classes from "./frame.module.css";
import { startOf } from "./navigation";
import { NavigationDrawer } from "./navigation-drawer";
import { NavigationList } from "./navigation-list";
import { TopLine } from "./top-line";

interface FrameProps {
  startsCollapsed: boolean;
  children: ReactNode;
}

/** Draws the navigation at the left, the top line and the page. On a phone the navigation is a drawer. */
export function Frame({ startsCollapsed, children }: FrameProps) {
  const start = startOf(useCurrentUser().permissions);
  const [collapsed, setCollapsed] = useState(startsCollapsed);
  const toggle = () => {
    setCollapsed(!collapsed);
    // biome-ignore lint/suspicious/noDocumentCookie: read by the server, so that the next page starts the same
    document.cookie = `navigation=${collapsed ? "open" : "collapsed"}; path=/; max-age=31536000; samesite=lax`;
  };
  const Toggle = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;

  return (
    <div className={classes.frame} data-collapsed={collapsed}>
      <a href="#main" className={classes.skip}>
        Skip to content
      </a>
      <nav aria-label="Main" className={classes.side}>
        <Link href={start.href} className={classes.home}>
          <Logo compact={collapsed} />
        </Link>
        <div className={classes.nav}>
          <NavigationList compact={collapsed} />
        </div>
        <button type="button" className={classes.toggle} aria-expanded={!collapsed} onClick={toggle}>
          <Toggle size={18} aria-hidden="true" />
          <span className={classes.label}>{collapsed ? "Expand navigation" : "Collapse"}</span>
        </button>
      </nav>
      <TopLine drawer={<NavigationDrawer />} />
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
    </div>
  );
}
