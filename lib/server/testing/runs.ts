const wanted = Number(process.env.RUNS || 0);

/**
 * Returns how often a property is tried: a few times in `npm test`, `RUNS` times in `npm run test:long`, and never fewer.
 */
export const runs = (few: number): number => Math.max(few, wanted);

/** Returns the milliseconds that a test may take: the given ones for a few runs, hours for all of them. */
export const timeFor = (ms: number): number => (wanted > 0 ? 4 * 3_600_000 : ms);

/** Reports how much was tried, since a sample that shrinks unseen proves nothing. */
export function tried(what: string): void {
  process.stdout.write(`  ${what}\n`);
}
