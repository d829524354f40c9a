import { z } from "zod";
import { type GateFilter, gateFilters } from "@/lib/domain/order/holds/gate-words";

/** What the Unexecuted Orders are looked for by: docs/domain.md, section 6, "Held by". */

export type HeldFilter = GateFilter | "nothing";

export const heldFilters = [...gateFilters, "nothing"] as const;

/** From the dashboard's address; what cannot be read filters nothing. */
export const UnexecutedView = z.object({
  held: z.enum(heldFilters).optional().catch(undefined),
  group: z.literal("held").optional().catch(undefined),
});
