"use client";

import { Modal, type ModalProps } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import classes from "./dialog.module.css";

interface DialogProps extends Pick<ModalProps, "size"> {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/**
 * A dialog that is there while it is open; focus goes in, stays in, and comes back to where it was. It hangs from the top,
 * so that what is added at its end moves nothing above.
 */
export function Dialog({ title, onClose, size, children }: DialogProps) {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After what was done, the button that opened it may be gone; then reading goes on at the page.
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        const target = opener?.isConnected ? opener : document.getElementById("main");
        if (target instanceof HTMLElement) target.focus();
      }, 50);
    },
    [opener],
  );

  return (
    <Modal.Root
      opened
      onClose={onClose}
      yOffset="8dvh"
      transitionProps={{ duration: 0 }}
      {...(size && { size })}
    >
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content>
        {/* Mantine's own header would be a second banner of the page. */}
        <div className={classes.head}>
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
