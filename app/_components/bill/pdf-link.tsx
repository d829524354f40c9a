"use client";

import { Button } from "@mantine/core";
import { IconFileTypePdf } from "@tabler/icons-react";

export function PdfLink({ href }: { href: string }) {
  return (
    <Button
      component="a"
      variant="default"
      leftSection={<IconFileTypePdf size={16} aria-hidden />}
      href={href}
      download
    >
      Download PDF
    </Button>
  );
}
