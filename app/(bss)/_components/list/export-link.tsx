"use client";

import { useSearchParams } from "next/navigation";
import { withoutPlace } from "@/components/data-table/url-state";
import { DownloadButton } from "@/components/layout/download-button";

/** Downloads what the list shows, all pages of it. */
export function ExportLink({ to }: { to: string }) {
  const params = withoutPlace(new URLSearchParams(useSearchParams()));
  return <DownloadButton href={`${to}?${params}`}>Export CSV</DownloadButton>;
}
