"use client";

import { IconSearch } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { Fragment, type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { LiveLost } from "@/components/feedback/live-lost";
import { Link } from "@/components/layout/link";
import { UserButton } from "../../../_components/user-button";
import { breadcrumbs } from "./navigation";
import classes from "./top-line.module.css";

const CommandPalette = dynamic(() => import("./command-palette").then((module) => module.CommandPalette), {
  ssr: false,
});

export function TopLine({ drawer }: { drawer: ReactNode }) {
  const [searching, setSearching] = useState(false);
  const [searched, setSearched] = useState(false);
  const open = () => {
    setSearched(true);
    setSearching(true);
  };

  useEffect(() => {
    const openOnKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== "k" ||
        !(event.metaKey || event.ctrlKey) ||
        event.shiftKey ||
        event.altKey
      )
        return;
      event.preventDefault();
      setSearched(true);
      setSearching(true);
    };
    document.addEventListener("keydown", openOnKey);
    return () => document.removeEventListener("keydown", openOnKey);
  }, []);

  return (
    <header className={classes.top}>
      {drawer}
      <Breadcrumbs />
      <LiveLost />
      <button type="button" className={classes.search} aria-label="Search everything" onClick={open}>
        <IconSearch size={16} aria-hidden="true" />
        <span className={classes.words}>Search</span>
        <kbd className={classes.keys}>{useCommandKey()} K</kbd>
      </button>
      <UserButton />
      {searched && <CommandPalette opened={searching} onClose={() => setSearching(false)} />}
    </header>
  );
}

function Breadcrumbs() {
  const crumbs = breadcrumbs(usePathname());
  return (
    <nav aria-label="Breadcrumbs" className={classes.crumbs}>
      <ol>
        {crumbs.map(({ label, href }, index) => (
          <Fragment key={`${href}${label}`}>
            {index > 0 && (
              <li aria-hidden="true" className={classes.arrow}>
                ›
              </li>
            )}
            <li aria-current={index === crumbs.length - 1 ? "page" : undefined} className={classes.crumb}>
              {href ? <Link href={href}>{label}</Link> : label}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}

const never = () => () => {};

function useCommandKey(): string {
  return useSyncExternalStore(
    never,
    () => (/Mac|iP(hone|ad)/.test(navigator.platform) ? "⌘" : "Ctrl"),
    () => "Ctrl",
  );
}
