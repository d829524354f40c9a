/**
 * Text that others wrote, as one line that can be kept and be a header: no line breaks, no control characters and no
 * halves of characters, cut between characters where it is too long.
 */
export function oneLine(text: string, longest: number): string {
  const line = text.replace(/ ?[\p{Cc}\p{Cs}\u2028\u2029]+ ?/gu, " ").trim();
  return [...line].slice(0, longest).join("");
}
