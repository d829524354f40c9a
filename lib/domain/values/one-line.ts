/**
 * Returns text of others as one line that can be kept and be a header. It drops line breaks, control characters and
 * halves of characters, and cuts long text between characters.
 */
export function oneLine(text: string, longest: number): string {
  const line = text.replace(/ ?[\p{Cc}\p{Cs}\u2028\u2029]+ ?/gu, " ").trim();
  return [...line].slice(0, longest).join("");
}
