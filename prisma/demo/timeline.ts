/** Holds something that happened. Events of one order or account happen one after the other. */
export type DemoEvent = { at: Date; to: string; run: (at: Date) => Promise<void> };

const width = 8;

/** Lets everything happen, the oldest first. Events close together of different orders or accounts happen at once. */
export async function happen(events: readonly DemoEvent[]): Promise<void> {
  const sorted = [...events].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (let start = 0; start < sorted.length; ) {
    const together: DemoEvent[] = [];
    for (const event of sorted.slice(start, start + width)) {
      if (together.some(({ to }) => to === event.to)) break;
      together.push(event);
    }
    await Promise.all(together.map((event) => event.run(event.at)));
    start += together.length;
  }
}

export const minutes = (count: number) => count * 60_000;
export const hours = (count: number) => count * 3_600_000;
export const days = (count: number) => count * 86_400_000;

export function later(date: Date, milliseconds: number): Date {
  return new Date(date.getTime() + milliseconds);
}
