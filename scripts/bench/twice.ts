import { fact, type Line } from "./report";

type Done = { seconds: number; done: number };

/** Says how much there is to do, and in how many seconds it is to be done. */
type Wanted = { what: string; count: number; secondsAtMost: number };

/** The second time may leave this much more in memory than the first, in MiB. */
const growthAtMost = 50;

/** Measures work in the background twice, so that what it leaves in memory shows. The second time counts. */
export async function twice(
  { what, count, secondsAtMost }: Wanted,
  orders: number,
  work: () => Promise<Done>,
): Promise<Line[]> {
  await work();
  const before = process.memoryUsage().rss;
  const { seconds, done } = await work();
  const growth = (process.memoryUsage().rss - before) / 2 ** 20;
  const inTime = done === count && seconds <= secondsAtMost;
  const [took, kept] = [`${seconds.toFixed(1)} s`, `+ ${growth.toFixed(0)} MiB`];
  return [
    fact(what, orders, took, `${done} done`, `≤ ${secondsAtMost} s`, inTime),
    fact(`${what}: memory`, orders, kept, "", `≤ ${growthAtMost} MiB`, growth <= growthAtMost),
  ];
}
