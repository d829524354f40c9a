import { performance } from "node:perf_hooks";
import pg from "pg";

type Work = () => Promise<unknown>;
type Statement = { text: string; values: unknown[] };

/** The middle time of one call in milliseconds, of each of several works that take turns. */
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
  return times.map((all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0);
}

/** Calls a second at that many at a time, until nothing is left to do. */
export async function throughput(todo: Work[], atATime: number): Promise<number> {
  const left = [...todo];
  const start = performance.now();
  const worker = async () => {
    for (let work = left.pop(); work; work = left.pop()) await work();
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return todo.length / ((performance.now() - start) / 1000);
}

/** The statements that a call sends to PostgreSQL, in their order. */
export async function statementsOf(work: Work): Promise<Statement[]> {
  const statements: Statement[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first, second] = given as [string | Statement, unknown[]?];
    statements.push(typeof first === "string" ? { text: first, values: second ?? [] } : first);
    return Reflect.apply(query, this, given);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return statements;
}

/** The limit of a query: the same statements, prepared, over one connection, and nothing else. */
export async function replayOf(client: pg.Client, name: string, query: Work): Promise<Work> {
  const statements = await statementsOf(query);
  return async () => {
    for (const [index, { text, values }] of statements.entries())
      await client.query({ name: `${name} ${index}`, text, values });
  };
}
