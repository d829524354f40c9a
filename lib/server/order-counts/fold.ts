import "server-only";
import { unscoped } from "../kernel/db";

/**
 * Replaces the changes of each order count by their sum and returns how many rows that removed. The application only reads them,
 * so a function of the database does it.
 */
export async function foldOrderCounts(): Promise<number> {
  const [answer] = await unscoped().$queryRaw<{ rows: number }[]>`SELECT fold_order_counts() AS rows`;
  return answer?.rows ?? 0;
}
