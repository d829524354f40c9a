"use client";

import { IconAlertTriangle, IconCheck, IconX } from "@tabler/icons-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useStill } from "../live/still";
import { dismiss, type Toast, type ToastAction, toastStore } from "./notify";
import classes from "./toaster.module.css";

const successLasts = 5000;
const undoLasts = 10_000;
const tick = 250;

/**
 * Shows the messages. The polite region is there from the start, since screen readers skip one that comes with its
 * text.
 */
export function Toaster() {
  const toasts = useStill(useSyncExternalStore(toastStore.subscribe, toastStore.get, toastStore.atServer));
  return (
    <div className={classes.toaster}>
      <div role="status" className={classes.stack}>
        {toasts.map((toast) => toast.tone === "success" && <ToastCard key={toast.id} toast={toast} />)}
      </div>
      <div className={classes.stack}>
        {toasts.map((toast) => toast.tone === "problem" && <ToastCard key={toast.id} toast={toast} />)}
      </div>
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  const lasts = toast.action ? undoLasts : successLasts;

  useEffect(() => {
    if (held || toast.tone === "problem") return;
    // A busy page misses ticks, which do not count, so that nobody misses a message that was not painted yet.
    let left = lasts / tick;
    const timer = setInterval(() => --left === 0 && dismiss(toast.id), tick);
    return () => clearInterval(timer);
  }, [held, lasts, toast]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only holds the message while it is read
    <div
      className={classes.toast}
      role={toast.tone === "problem" ? "alert" : undefined}
      data-tone={toast.tone}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.tone === "success" ? (
        <IconCheck size={16} aria-hidden="true" />
      ) : (
        <IconAlertTriangle size={16} aria-hidden="true" />
      )}
      <span className={classes.message}>{toast.message}</span>
      {toast.action && <Action action={toast.action} done={() => dismiss(toast.id)} />}
      <button
        type="button"
        className={classes.close}
        aria-label="Close message"
        onClick={() => dismiss(toast.id)}
      >
        <IconX size={14} aria-hidden="true" />
      </button>
    </div>
  );
}

function Action({ action, done }: { action: ToastAction; done: () => void }) {
  if ("href" in action) {
    return (
      <a className={classes.action} href={action.href}>
        {action.label}
      </a>
    );
  }
  return (
    <button
      type="button"
      className={classes.action}
      onClick={() => {
        done();
        action.run();
      }}
    >
      {action.label}
    </button>
  );
}
