"use client";

import { Button, type ButtonProps } from "@mantine/core";
import type { KeyboardEvent, MouseEvent, ReactNode } from "react";
import { Link } from "@/components/layout/link";
import classes from "./link-button.module.css";

export interface LinkButtonProps
  extends Pick<ButtonProps, "variant" | "leftSection" | "rightSection" | "fullWidth"> {
  href: string;
  /** Lets a screen reader call it a button, and Space press it; for the mouse it stays a link. */
  role?: "button";
  /** Shows only the icon on a phone. Screen readers still read the words. */
  iconOnPhone?: boolean;
  /** Runs before the link leads anywhere. */
  onClick?: (event: MouseEvent<HTMLElement>) => void;
  children: ReactNode;
}

/** Is a link that looks like a button. Server components use it, since they cannot pass `component={Link}`. */
export function LinkButton({ href, children, role, iconOnPhone, ...button }: LinkButtonProps) {
  const asButton = role && { role, onKeyDown: clickOnSpace };
  return (
    <Button
      component={Link}
      href={href}
      className={iconOnPhone ? classes.iconOnPhone : undefined}
      {...asButton}
      {...button}
    >
      {children}
    </Button>
  );
}

function clickOnSpace(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== " ") return;
  event.preventDefault();
  event.currentTarget.click();
}
