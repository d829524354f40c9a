"use client";

import { IconFileTypePdf } from "@tabler/icons-react";
import { DownloadButton } from "@/components/layout/download-button";

/** Downloads an invoice or credit note as a PDF. */
export function PdfLink({ href }: { href: string }) {
  return (
    <DownloadButton href={href} icon={<IconFileTypePdf size={16} aria-hidden />}>
      Download PDF
    </DownloadButton>
  );
}
