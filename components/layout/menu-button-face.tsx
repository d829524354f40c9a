"use client";

import { Button } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import type { ComponentProps, ReactNode } from "react";

export interface MenuItem {
  label: string;
  run: () => void;
  icon?: ReactNode;
  danger?: boolean;
  /** Makes the item a check box. The menu stays open while ticking if `keepOpen`. */
  checked?: boolean;
  /** Says why the item cannot be chosen now. */
  refusal?: string | null;
}

export interface MenuButtonProps {
  label: string;
  items: MenuItem[];
  /** Draws a line above the items. */
  note?: string | null;
  keepOpen?: boolean;
  icon?: ReactNode;
  align?: "start" | "end";
  className?: string | undefined;
}

type FaceProps = Pick<MenuButtonProps, "label" | "icon" | "className"> & ComponentProps<"button">;

/** Draws the button of a menu, before and after the menu is loaded. */
export function MenuButtonFace({ label, icon, className, ...props }: FaceProps) {
  const { onClick, onPointerEnter, onFocus, onKeyDown, ref, id } = props;
  return (
    <Button
      ref={ref}
      id={id}
      variant="default"
      className={className}
      leftSection={icon}
      rightSection={icon ? undefined : <IconChevronDown size={14} aria-hidden="true" />}
      onClick={onClick}
      onPointerEnter={onPointerEnter}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      aria-haspopup={props["aria-haspopup"]}
      aria-expanded={props["aria-expanded"]}
      aria-controls={props["aria-controls"]}
    >
      {label}
    </Button>
  );
}
