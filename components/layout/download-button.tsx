"use client";

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { ofPage } from "@/lib/schemas/page-of";
import { useCurrentUser } from "./current-user";

interface DownloadButtonProps {
  href: string;
  icon?: ReactNode;
  children: ReactNode;
}

/** Looks like a button and downloads a file, which the server names. */
export function DownloadButton({ href, icon, children }: DownloadButtonProps) {
  const { id } = useCurrentUser();
  return (
    <Button component="a" variant="default" href={ofPage(href, id)} download leftSection={icon}>
      {children}
    </Button>
  );
}
