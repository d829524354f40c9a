"use client";

import { Button } from "@mantine/core";
import type { ReactNode } from "react";

interface DownloadButtonProps {
  href: string;
  icon?: ReactNode;
  children: ReactNode;
}

/** Looks like a button and downloads a file, which the server names. */
export function DownloadButton({ href, icon, children }: DownloadButtonProps) {
  return (
    <Button component="a" variant="default" href={href} download leftSection={icon}>
      {children}
    </Button>
  );
}
