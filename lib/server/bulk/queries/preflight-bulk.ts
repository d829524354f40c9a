import "server-only";
import { z } from "zod";
import { gateLabels } from "@/lib/domain/order/holds/gate-words";
import type { Gate } from "@/lib/domain/order/holds/gates";
import type { Fact, Shown } from "@/lib/domain/seen";
import { Selection } from "@/lib/schemas/bulk";
import { requirePermission } from "../../kernel/ctx";
import { query } from "../../kernel/definition/query";
import { shown } from "../../kernel/seen";
import { bulkPermissions, bulkStaff } from "../permissions";
import { type Prospect, type Prospects, prospectsOf } from "../prospects";

const PreflightBulkInput = z.strictObject({
  selection: Selection,
  action: z.enum(["execute", "cancel", "set_status"]),
});

/** Counts the selected orders, as in "17 selected: 12 can be executed, 3 held by credit, 2 already executed". */
export type BulkPreflight = {
  selected: number;
  /** Is true if more orders match than one run takes. */
  tooMany: boolean;
  /** Counts the orders whose turn would succeed now. */
  ready: number;
  /** Counts the held orders by gate. An order that several gates hold counts at the first one. */
  held: { gate: Gate["gate"]; orders: number }[];
  alreadyExecuted: number;
  alreadyCancelled: number;
  /** Counts drafts and orders that wait for the scheduler. */
  notInBss: number;
  shown: Shown;
};

/** Counts what a bulk run would do to the selected orders now, and changes nothing. See docs/domain.md, section 2, "Bulk". */
export const preflightBulk = query({
  name: "bulk-run.preflight",
  caller: bulkStaff,
  input: PreflightBulkInput,
  async run({ ctx }, { selection, action }) {
    requirePermission(ctx, bulkPermissions[action]);
    return preflightOf(await prospectsOf(ctx, selection, action));
  },
});

/** Counts known prospects, so that a run can tell whether it begins as it was shown. */
export function preflightOf({ orders, tooMany }: Prospects): BulkPreflight {
  const counts = new Map<Prospect, number>();
  for (const { prospect } of orders) counts.set(prospect, (counts.get(prospect) ?? 0) + 1);
  const take = (prospect: Prospect) => {
    const number = counts.get(prospect) ?? 0;
    counts.delete(prospect);
    return number;
  };
  const preflight = {
    selected: orders.length,
    tooMany,
    ready: take("ready"),
    alreadyExecuted: take("already_executed"),
    alreadyCancelled: take("already_cancelled"),
    notInBss: take("not_in_bss"),
    held: [...counts].map(([gate, held]) => ({ gate: gate as Gate["gate"], orders: held })),
  };
  return { ...preflight, shown: shown("", factsOf(preflight)) };
}

function factsOf(preflight: Omit<BulkPreflight, "shown">): Fact[] {
  const { selected, ready, held, alreadyExecuted, alreadyCancelled, notInBss } = preflight;
  const numbers = [
    ["Selected", selected],
    ["Ready", ready],
    ...held
      .toSorted((a, b) => (a.gate < b.gate ? -1 : 1))
      .map(({ gate, orders }) => [`Held by: ${gateLabels[gate]}`, orders] as const),
    ["Already executed", alreadyExecuted],
    ["Already canceled", alreadyCancelled],
    ["Not in BSS", notInBss],
  ] as const;
  return numbers
    .filter(([, orders]) => orders > 0)
    .map(([label, orders]) => ({ label, words: orders === 1 ? "1 order" : `${orders} orders` }));
}
