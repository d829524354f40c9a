import "server-only";
import { createHash } from "node:crypto";
import { ok, type Result, refuse } from "@/lib/domain/result";
import type { Ctx } from "./ctx";
import { type Prisma, read, sql, type Tx } from "./db";

/** The answer of a request whose work went on after the transaction that took its key. */
export async function keepAnswer(
  ctx: Ctx,
  key: string | undefined,
  answer: Prisma.InputJsonObject,
): Promise<void> {
  if (key === undefined) return;
  const { organizationId } = ctx;
  await read(ctx).idempotencyKey.updateMany({ where: { organizationId, key }, data: { answer } });
}

export type KeyReused = { reason: "key_reused" };

/**
 * Does a command's work once for all requests with one idempotency key: whoever asks again, because an answer was
 * lost, gets the answer of then. A refusal is not kept, since what it asks for may be put right. The key is taken
 * in the transaction of the work, so that two at once wait for each other. See docs/domain.md, section 2.
 */
export async function onceOnly<Value extends object, Refusal>(
  tx: Tx,
  ctx: Ctx,
  command: string,
  // What was seen is no part of what is asked: a page that heard of its own work meanwhile asks with something newer.
  {
    idempotencyKey: key,
    version: _,
    seen: __,
    ...input
  }: { idempotencyKey?: string | undefined; version?: unknown; seen?: unknown },
  work: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | KeyReused>> {
  if (key === undefined) return work();
  const { organizationId, actor, now } = ctx;
  const request = createHash("sha256")
    .update(JSON.stringify([actor.id, input]))
    .digest("hex");
  const taken = await tx.$executeRaw(sql`
    INSERT INTO idempotency_keys (organization_id, key, command, request, created_at)
    VALUES (${organizationId}::uuid, ${key}, ${command}, ${request}, ${now}) ON CONFLICT DO NOTHING`);
  const where = { organizationId_key: { organizationId, key } };
  if (taken === 0) {
    const before = await tx.idempotencyKey.findUniqueOrThrow({ where });
    const same = before.command === command && before.request === request;
    return same ? ok(before.answer as Value) : refuse({ reason: "key_reused" });
  }
  const result = await work();
  if (result.ok) {
    await tx.idempotencyKey.update({ where, data: { answer: result.value as Prisma.InputJsonObject } });
  } else {
    await tx.idempotencyKey.delete({ where });
  }
  return result;
}
