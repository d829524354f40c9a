import type { SignedInNow } from "@/lib/schemas/page-of";

let other: SignedInNow | null = null;
const listeners = new Set<() => void>();

/** Keeps who is signed in by now, if that is somebody else than the page was drawn for. */
export const otherStore = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  get: () => other,
  atServer: (): SignedInNow | null => null,
  set(next: SignedInNow | null) {
    if (next?.other === other?.other) return;
    other = next;
    for (const listener of listeners) listener();
  },
};
