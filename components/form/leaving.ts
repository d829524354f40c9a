/** Describes what is about to leave the page. */
export type Leaving = {
  go: () => void;
  /** Says that leaving also forgets what this tab keeps, as signing out does. */
  forgets: boolean;
};

/** Leaves the page other than by a link, unless somebody has to be asked first. */
export function leave(go: () => void, { forgets = false } = {}): void {
  const detail: Leaving = { go, forgets };
  if (window.dispatchEvent(new CustomEvent(leaving, { cancelable: true, detail }))) go();
}

/** Listens, and answers how to stop. The listener prevents the event if it asks first. */
export function onLeaving(listener: (event: CustomEvent<Leaving>) => void): () => void {
  window.addEventListener(leaving, listener as EventListener);
  return () => window.removeEventListener(leaving, listener as EventListener);
}

const leaving = "order-desk:leaving";
