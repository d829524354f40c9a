"use client";

import { Button } from "@mantine/core";
import { useSearchParams } from "next/navigation";

/** Downloads what the list shows, all pages of it. */
export function ExportLink() {
  const params = new URLSearchParams(useSearchParams());
  params.delete("cursor");
  return (
    <Button component="a" variant="default" href={`/orders/export?${params}`} download>
      Export CSV
    </Button>
  );
}
