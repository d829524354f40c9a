const wanted = Number(process.env.RUNS || 0);

/** How often a property is tried: a few times in `npm test`, `RUNS` times in `npm run test:long`, and never fewer. */
export const runs = (few: number): number => Math.max(few, wanted);

/** Milliseconds that a test may take: so many for the few, hours for all of them. */
export const timeFor = (ms: number): number => (wanted > 0 ? 4 * 3_600_000 : ms);

/** Says how much was tried, since a sample that shrinks unseen proves nothing. */
export function tried(what: string): void {
  process.stdout.write(`  ${what}\n`);
}
