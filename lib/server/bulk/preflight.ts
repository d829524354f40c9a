import "server-only";
import type { Gate } from "@/lib/domain/order/gates";
import { PreflightBulkInput } from "@/lib/schemas/bulk";
import { type Ctx, requirePermission } from "../ctx";
import { bulkPermissions } from "./permissions";
import { type Prospect, prospectsOf } from "./prospects";

/** "17 selected: 12 can be executed, 3 held by credit, 2 already executed". */
export type BulkPreflight = {
  selected: number;
  /** More match than one run takes. */
  tooMany: boolean;
  /** Orders whose turn would succeed as things stand. */
  ready: number;
  /** Of the others, how many for which reason; an order held by several gates counts at its first. */
  held: { gate: Gate["gate"]; orders: number }[];
  alreadyExecuted: number;
  alreadyCancelled: number;
  /** Drafts, and orders with the scheduler. */
  notInBss: number;
};

/** What a bulk run would meet as things stand. Changes nothing. See docs/domain.md, section 2, "Bulk". */
export async function preflightBulk(ctx: Ctx, raw: unknown): Promise<BulkPreflight> {
  const { selection, action } = PreflightBulkInput.parse(raw);
  requirePermission(ctx, bulkPermissions[action]);
  const { orders, tooMany } = await prospectsOf(ctx, selection, action);

  const counts = new Map<Prospect, number>();
  for (const { prospect } of orders) counts.set(prospect, (counts.get(prospect) ?? 0) + 1);
  const take = (prospect: Prospect) => {
    const number = counts.get(prospect) ?? 0;
    counts.delete(prospect);
    return number;
  };
  return {
    selected: orders.length,
    tooMany,
    ready: take("ready"),
    alreadyExecuted: take("already_executed"),
    alreadyCancelled: take("already_cancelled"),
    notInBss: take("not_in_bss"),
    held: [...counts].map(([gate, held]) => ({ gate: gate as Gate["gate"], orders: held })),
  };
}
