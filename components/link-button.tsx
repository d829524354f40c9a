"use client";

import { Button, type ButtonProps } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "@/components/link";

export interface LinkButtonProps extends Pick<ButtonProps, "variant" | "leftSection" | "rightSection"> {
  href: string;
  children: ReactNode;
}

/** A link that looks like a button; server components use it, since they cannot hand `component={Link}` over. */
export function LinkButton({ href, children, ...button }: LinkButtonProps) {
  return (
    <Button component={Link} href={href} {...button}>
      {children}
    </Button>
  );
}
