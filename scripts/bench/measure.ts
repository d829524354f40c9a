import { performance } from "node:perf_hooks";
import type pg from "pg";
import { statementsSentBy } from "../../lib/server/testing/sent-statements";

type Work = () => Promise<unknown>;

/** Returns the middle time of one call in milliseconds, for each of several works that take turns. */
export async function medians(works: Work[], { rounds = 12, msPerRound = 150 } = {}): Promise<number[]> {
  for (const work of works) for (let i = 0; i < 8; i++) await work();
  const times: number[][] = works.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const end = performance.now() + msPerRound;
      do {
        const start = performance.now();
        await work();
        times[index]?.push(performance.now() - start);
      } while (performance.now() < end);
    }
  }
  return times.map(middleOf);
}

/** Returns the value in the middle of all, or 0 if there is none. */
export function middleOf(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/**
 * Returns the calls a second of each of several works that take turns, where each does as much as the others. The middle round
 * counts, and the first one only warms up.
 */
export async function throughputs(
  works: Work[],
  { perRound, atATime, rounds }: { perRound: number; atATime: number; rounds: number },
): Promise<number[]> {
  const reached: number[][] = works.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const perSecond = await throughput(Array<Work>(perRound).fill(work), atATime);
      if (round >= 0) reached[index]?.push(perSecond);
    }
  }
  return reached.map(middleOf);
}

/** Returns the calls a second at that many at a time, until nothing is left to do. */
async function throughput(todo: Work[], atATime: number): Promise<number> {
  const left = [...todo];
  const start = performance.now();
  const worker = async () => {
    for (let work = left.pop(); work; work = left.pop()) await work();
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return todo.length / ((performance.now() - start) / 1000);
}

/** Returns the limit of a query: its own statements, prepared, over one connection. */
export async function replayOf(client: pg.Client, name: string, query: Work): Promise<Work> {
  const statements = await statementsSentBy(query);
  return async () => {
    for (const [index, { text, values }] of statements.entries())
      await client.query({ name: `${name} ${index}`, text, values });
  };
}
