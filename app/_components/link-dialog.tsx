"use client";

import { Button, Group } from "@mantine/core";
import { Dialog } from "@/components/dialog/dialog";
import { Secret } from "./secret";

/** Shows a link once, so that it can be copied and passed on. */
export function LinkDialog({ name, link, onClose }: { name: string; link: string; onClose: () => void }) {
  return (
    <Dialog title={`Link for ${name}`} onClose={onClose}>
      <p>We can't send email from here. Give this link to {name} yourself. It works once and for 24 hours.</p>
      <Secret secret={link} label="One-time link" />
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Dialog>
  );
}
