/** Keeps quiet messages for the edge of the screen. A success goes by itself; a problem stays until it is closed. */

export interface Toast {
  id: number;
  tone: "success" | "problem";
  message: string;
  action?: ToastAction;
}

export type ToastAction = { label: string; run: () => void } | { label: string; href: string };

let toasts: Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/**
 * Tells a success, such as "Order 1042 executed", with an undo where there is one. Screen readers read it politely.
 */
export function notify(message: string, action?: ToastAction): void {
  add({ id: ++lastId, tone: "success", message, ...(action && { action }) });
}

/** Tells what failed away from any form, since a form shows its own problems. Screen readers read it at once. */
export function notifyProblem(message: string, action?: ToastAction): void {
  add({ id: ++lastId, tone: "problem", message, ...(action && { action }) });
}

export function dismiss(id: number): void {
  toasts = toasts.filter((toast) => toast.id !== id);
  emit();
}

function add(toast: Toast) {
  toasts = [...toasts.filter((shown) => !isReplaced(shown, toast)), toast].slice(-4);
  emit();
}

/** Tells whether a newer message replaces this one, so that messages do not pile up over the page's controls. */
function isReplaced(shown: Toast, by: Toast): boolean {
  if (shown.message === by.message) return true;
  return shown.tone === "success" && by.tone === "success" && !shown.action;
}

function emit() {
  for (const listener of listeners) listener();
}

export const toastStore = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  get: () => toasts,
  atServer: (): Toast[] => none,
};

const none: Toast[] = [];
