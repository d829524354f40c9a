/** Returns what is typed as a whole number, or null if it is none. */
export function wholeNumber(typed: string): number | null {
  const text = typed.trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

type Key = { key: string; altKey: boolean; ctrlKey: boolean; metaKey: boolean };

/** Returns where a key takes a spin button from here, or null if the key is none of its keys. */
export function keyedNumber(
  { key, altKey, ctrlKey, metaKey }: Key,
  from: number | null,
  { min, max }: { min: number; max: number },
): number | null {
  const by = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[key];
  if (by === undefined || altKey || ctrlKey || metaKey) return null;
  return Math.min(max, Math.max(min, (from ?? min - Math.sign(by)) + by));
}
