import { noRange } from "./cells";

/**
 * Returns the numbers of a list after one row was moved: the rows between take over each other's numbers, the lowest
 * first. Rows after them change only where a number would come twice, and what is no number yet counts as none.
 */
export function renumber(numbers: readonly number[], from: number, to: number): number[] {
  const [first, last] = from < to ? [from, to] : [to, from];
  const moved = numbers.toSpliced(from, 1).toSpliced(to, 0, numbers[from] ?? 0);
  const between = numbers
    .slice(first, last + 1)
    .map((no) => (Number.isInteger(no) ? no : noRange.min))
    .sort((a, b) => a - b);

  let end = first;
  for (let before = numbers[first - 1] ?? 0; end < moved.length; end++) {
    const wanted = end <= last ? between[end - first] : moved[end];
    const taken = wanted === undefined || wanted === before || (end > first && wanted < before);
    if (end > last && !taken) break;
    before = taken ? before + 1 : wanted;
    moved[end] = before;
  }
  // At the highest number there is room only below.
  let highest: number = noRange.max;
  for (let i = end - 1; i >= 0 && (moved[i] ?? 0) > highest; i--) {
    moved[i] = highest;
    highest--;
  }
  return moved;
}
