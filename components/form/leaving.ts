/** What is about to leave the page. */
export type Leaving = {
  go: () => void;
  /** Going also forgets what is kept in this tab, as signing out does. */
  forgets: boolean;
};

/** Leaves the page other than by a link: goes, unless somebody has to be asked first. */
export function leave(go: () => void, { forgets = false } = {}): void {
  const detail: Leaving = { go, forgets };
  if (window.dispatchEvent(new CustomEvent(leaving, { cancelable: true, detail }))) go();
}

/** Hears of it; answers how to stop. The listener prevents the event where it asks. */
export function onLeaving(listener: (event: CustomEvent<Leaving>) => void): () => void {
  window.addEventListener(leaving, listener as EventListener);
  return () => window.removeEventListener(leaving, listener as EventListener);
}

const leaving = "order-desk:leaving";
