import { z } from "zod";
import type { Gate } from "@/lib/domain/order/holds/gates";

/** What the Unexecuted Orders are looked for by: docs/domain.md, section 6, "Held by". */

/** Gates of orders that are not among the unexecuted ones: with the reseller, or with the scheduler. */
type Elsewhere = "approval" | "date" | "not_sold";
export type WaitingGate = Exclude<Gate["gate"], Elsewhere>;
export type HeldFilter = WaitingGate | "nothing";

export const heldFilters = [
  "inactive_account",
  "credit",
  "configuration",
  "subscription",
  "vendor",
  "credit_check",
  "non_automatic",
  "nothing",
] as const satisfies readonly HeldFilter[];

/** From the dashboard's address; what cannot be read filters nothing. */
export const UnexecutedView = z.object({
  held: z.enum(heldFilters).optional().catch(undefined),
  group: z.literal("held").optional().catch(undefined),
});
