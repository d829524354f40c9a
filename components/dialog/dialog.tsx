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
 * Shows a dialog as long as it is rendered. The focus goes in, stays in, and comes back to where it was. The dialog
 * hangs from the top, so that nothing above moves when its end grows.
 */
export function Dialog({ title, onClose, size, children }: DialogProps) {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // The action may have removed the button that opened the dialog. Then reading continues at the page.
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
