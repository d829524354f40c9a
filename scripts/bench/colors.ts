import { alikeColors } from "../../lib/domain/order-status/color-likeness";
import { medians } from "./measure";
import { against, type Line } from "./report";

/** Measures which of 500 statuses have alike colors, against a hundred times those of 50, which are as many pairs. */
export async function benchColors(orders: number): Promise<Line[]> {
  const [few, many] = [colors(50), colors(500)];
  const [ours = 0, limit = 1] = await medians(
    [
      async () => alikeColors(many),
      async () => {
        for (let time = 0; time < 100; time++) alikeColors(few);
      },
    ],
    { rounds: 3 },
  );
  return [against("Alike colors of 500 statuses, against 100 × 50", orders, [ours, limit], 3)];
}

function colors(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `#${(i * 33_501).toString(16).padStart(6, "0")}`);
}
