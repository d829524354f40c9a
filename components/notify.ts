/** Quiet messages at the edge of the screen. Success goes by itself; a problem stays until it is closed. */

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

/** "Order 1042 executed", with an undo where there is one. Announced politely. */
export function notify(message: string, action?: ToastAction): void {
  add({ id: ++lastId, tone: "success", message, ...(action && { action }) });
}

/** For what failed away from any form; a form shows its own problems. Announced at once. */
export function notifyProblem(message: string, action?: ToastAction): void {
  add({ id: ++lastId, tone: "problem", message, ...(action && { action }) });
}

export function dismiss(id: number): void {
  toasts = toasts.filter((toast) => toast.id !== id);
  emit();
}

function add(toast: Toast) {
  toasts = [...toasts.filter(({ message }) => message !== toast.message), toast].slice(-4);
  emit();
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
