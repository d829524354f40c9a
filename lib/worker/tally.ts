import { log } from "../server/kernel/log";

const everyMs = 10_000;
let counts: Record<string, Record<string, number>> = {};
let telling: NodeJS.Timeout | undefined;

/**
 * Counts a job that was done. One line every ten seconds sums up each task and outcome, because hundreds of lines of a batch
 * would scroll everything else away.
 */
export function tally(task: string, outcome: string): void {
  const before = counts[task] ?? {};
  counts[task] = { ...before, [outcome]: (before[outcome] ?? 0) + 1 };
  telling ??= setTimeout(tellTally, everyMs).unref();
}

/** Logs what was counted since the last line, if anything. The worker calls it when it stops, too. */
export function tellTally(): void {
  clearTimeout(telling);
  telling = undefined;
  const jobs = Object.values(counts)
    .flatMap(Object.values<number>)
    .reduce((sum, count) => sum + count, 0);
  if (jobs === 0) return;
  log.info(
    { event: "jobs_done", ...counts },
    jobs === 1 ? "The worker did 1 job" : `The worker did ${jobs} jobs`,
  );
  counts = {};
}
