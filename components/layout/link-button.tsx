"use client";

import { Button, type ButtonProps } from "@mantine/core";
import type { KeyboardEvent, MouseEvent, ReactNode } from "react";
import { Link } from "@/components/layout/link";
import classes from "./link-button.module.css";

export interface LinkButtonProps
  extends Pick<ButtonProps, "variant" | "leftSection" | "rightSection" | "fullWidth"> {
  href: string;
  /** Spoken as a button among buttons, and opened by Space as one; to a mouse it is the link that it is. */
  role?: "button";
  /** A phone shows the icon alone; the words are still spoken. */
  iconOnPhone?: boolean;
  /** What is done before it leads anywhere. */
  onClick?: (event: MouseEvent<HTMLElement>) => void;
  children: ReactNode;
}

/** A link that looks like a button; server components use it, since they cannot hand `component={Link}` over. */
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
