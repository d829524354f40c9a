import "server-only";
import type { AuditEvent } from "@/lib/domain/events/audit-event";
import type { OrderEvent } from "@/lib/domain/events/order-event";
import type { Ctx } from "./ctx";
import type { Prisma, Tx } from "./db";
import { insertRows } from "./insert-rows";

/** Describes an event of an order to its recorder. */
export type HistoryEntry = OrderEvent & {
  orderId: string;
  /** The status label as it is after the change. */
  statusLabel: string;
  comment?: string | undefined;
};

/** Appends to orders' timelines, in the transaction of the change: docs/domain.md, section 2, "History". */
export async function recordHistory(tx: Tx, ctx: Ctx, entries: readonly HistoryEntry[]): Promise<void> {
  await insertRows(tx, historyRows(ctx, entries));
}

/** The same entries as rows, for who writes others with them. */
export function historyRows(ctx: Ctx, entries: readonly HistoryEntry[]) {
  return { order_history: entries.map((entry) => ({ ...who(ctx), ...byRun(ctx), ...entry })) };
}

/** Appends to the audit log, in the transaction of the change: docs/domain.md, section 7. */
export async function recordAudit(
  tx: Tx,
  ctx: Ctx,
  entry: {
    event: AuditEvent;
    subject: string;
    before?: Prisma.InputJsonValue;
    after?: Prisma.InputJsonValue;
  },
): Promise<void> {
  await tx.auditLogEntry.create({ data: { ...who(ctx), ...entry } });
}

/** Appends to an account's history, in the transaction of the change: docs/domain.md, section 4. */
export async function recordAccountHistory(
  tx: Tx,
  ctx: Ctx,
  entry: {
    accountId: string;
    event: "created" | "edited";
    before?: Prisma.InputJsonValue;
    after: Prisma.InputJsonValue;
  },
): Promise<void> {
  await tx.accountHistoryEntry.create({ data: { ...who(ctx), ...entry } });
}

/** Returns what differs, before and after, by the name of the value; null where nothing does. */
export function changedFacts(before: Prisma.InputJsonObject, after: Prisma.InputJsonObject) {
  const names = Object.keys(after).filter((name) => before[name] !== after[name]);
  const only = (facts: Prisma.InputJsonObject) =>
    Object.fromEntries(names.map((name) => [name, facts[name]]));
  return names.length > 0 ? { before: only(before), after: only(after) } : null;
}

const byRun = ({ bulkRunId }: Ctx) => (bulkRunId ? { bulkRunId } : {});

function who(ctx: Ctx) {
  return {
    organizationId: ctx.organizationId,
    at: ctx.now,
    actorType: ctx.actor.type,
    actorId: ctx.actor.id,
    actorName: ctx.actor.name,
  };
}
