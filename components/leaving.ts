/** Says that the page is about to be left for another one, without a link; false when somebody has to be asked first. */
export function mayLeave(href: string): boolean {
  return window.dispatchEvent(new CustomEvent(leaving, { cancelable: true, detail: href }));
}

/** Hears of it; answers how to stop. The listener prevents the event where it asks. */
export function onLeaving(listener: (event: CustomEvent<string>) => void): () => void {
  window.addEventListener(leaving, listener as EventListener);
  return () => window.removeEventListener(leaving, listener as EventListener);
}

const leaving = "order-desk:leaving";
