import "server-only";
import LineBreaker from "linebreak";
import { charactersOf } from "./glyphs";
import { actualTextOf, type Run, runsOf, type Shown } from "./runs";

export interface Line {
  runs: Run[];
  width: number;
  /** Holds the real text for the file if the drawn letters or their order differ from it. */
  actual: string | null;
}

/** Breaks a text into lines no wider than `width` where its script allows it, and inside words that are too wide. */
export function linesOf(shown: Shown, width: number, widthOf: (run: Run) => number): Line[] {
  const lines: Line[] = [];
  const measure = (start: number, end: number): Line => {
    const runs = end > start ? runsOf(shown, start, end) : [];
    const total = runs.reduce((sum, run) => sum + widthOf(run), 0);
    return { runs, width: total, actual: actualTextOf(shown, start, end) };
  };
  const whole = trimmedEnd(shown.text, 0, shown.text.length);
  const one = measure(0, whole);
  if (one.width <= width) return [one];

  let start = 0;
  let fits: { next: number; line: Line } | null = null;
  const close = () => {
    if (!fits) return;
    lines.push(fits.line);
    start = fits.next;
    fits = null;
  };

  for (const next of breaksOf(shown.text)) {
    for (;;) {
      const end = trimmedEnd(shown.text, start, next);
      const line = measure(start, end);
      if (line.width <= width || end === start) {
        fits = { next, line };
        break;
      }
      if (fits) close();
      else {
        const cut = longestThatFits(shown.text, start, end, (to) => measure(start, to).width <= width);
        if (cut === end) {
          fits = { next, line };
          break;
        }
        fits = { next: cut, line: measure(start, cut) };
        close();
      }
    }
  }
  close();
  return lines;
}

function breaksOf(text: string): number[] {
  const breaker = new LineBreaker(text);
  const positions: number[] = [];
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) positions.push(found.position);
  return positions;
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** Returns where to cut a word that is too wide for a line: after at least one character, and never inside one. */
function longestThatFits(text: string, start: number, end: number, fits: (to: number) => boolean): number {
  let cut = start;
  for (const character of charactersOf(text.slice(start, end))) {
    const to = cut + character.length;
    if (cut > start && !fits(to)) return cut;
    cut = to;
  }
  return end;
}
