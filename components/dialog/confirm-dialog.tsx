"use client";

import { Button, Group, Modal } from "@mantine/core";
import type { ReactNode } from "react";

export interface ConfirmDialogProps {
  opened: boolean;
  /** Names the dialog: what is about to happen. */
  title: string;
  /** What it does, and that it cannot be undone. */
  children: ReactNode;
  /** The verb on the button, "Cancel order". */
  confirm: string;
  danger?: boolean;
  pending?: boolean;
  /** A refusal, shown above the buttons. */
  problem?: string | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before what cannot be undone, and for nothing else. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    opened,
    title,
    children,
    confirm,
    danger = false,
    pending = false,
    problem,
    onConfirm,
    onClose,
  } = props;
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ "aria-label": "Close" }}>
      {children}
      {problem && <Problem>{problem}</Problem>}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button
          color={danger ? "red.8" : undefined}
          loading={pending}
          onClick={onConfirm}
          data-autofocus={!danger}
        >
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}

function Problem({ children }: { children: ReactNode }) {
  return (
    <p role="alert" style={{ marginTop: "var(--space-3)", color: "var(--danger)" }}>
      {children}
    </p>
  );
}
