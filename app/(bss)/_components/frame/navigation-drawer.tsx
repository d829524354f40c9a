"use client";

import { ActionIcon } from "@mantine/core";
import { IconMenu2, IconX } from "@tabler/icons-react";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { Logo } from "@/components/layout/logo";
import classes from "./navigation-drawer.module.css";
import { NavigationList } from "./navigation-list";

/** Shows the navigation on a phone. The browser's own dialog takes the focus, keeps it and gives it back. */
export function NavigationDrawer() {
  const dialog = useRef<HTMLDialogElement>(null);
  const pathname = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: having moved to another page closes it
  useEffect(() => dialog.current?.close(), [pathname]);

  return (
    <>
      <ActionIcon
        className={classes.open}
        size={44}
        aria-label="Open navigation"
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        <IconMenu2 size={20} aria-hidden="true" />
      </ActionIcon>
      <dialog
        ref={dialog}
        className={classes.drawer}
        aria-label="Navigation"
        onClick={(event) => event.target === dialog.current && dialog.current.close()}
        onKeyDown={() => {}}
      >
        <div className={classes.content}>
          <div className={classes.head}>
            <Logo />
            <ActionIcon size={44} aria-label="Close navigation" onClick={() => dialog.current?.close()}>
              <IconX size={20} aria-hidden="true" />
            </ActionIcon>
          </div>
          <nav aria-label="Main" className={classes.nav}>
            <NavigationList />
          </nav>
        </div>
      </dialog>
    </>
  );
}
