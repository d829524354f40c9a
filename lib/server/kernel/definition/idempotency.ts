import "server-only";
import { createHash } from "node:crypto";
import type { KernelRefusal } from "@/lib/domain/refusing/kernel-refusal";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { Ctx } from "../ctx";
import { Prisma, read, sql, type Tx } from "../db";
import { secretFields } from "../log";

/** Describes a request that a caller may send again. */
type Request = {
  /** Names the command. */
  name: string;
  key: string | undefined;
  input: unknown;
  /** Is false if something follows the transaction and completes the answer. */
  finished: boolean;
};

type Kept<Value> = {
  value: Value;
  finished: boolean;
  /** Tells whether an earlier request with the key has done the work. */
  replayed: boolean;
};

/**
 * Does a command's work once for all requests of one caller with one idempotency key, and gives a repeated request the same
 * answer. The work's transaction locks the key, so that two requests at once wait for each other. See docs/domain.md, section
 * 2.
 */
export async function onceOnly<Value, Refusal>(
  tx: Tx,
  ctx: Ctx,
  { name, key, input, finished }: Request,
  work: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Kept<Value>, Refusal | KernelRefusal>> {
  if (key === undefined) {
    const result = await work();
    return result.ok ? ok({ value: result.value, finished, replayed: false }) : result;
  }
  const { organizationId, now } = ctx;
  const asker = askerOf(ctx);
  const request = fingerprint(input);
  const taken = await tx.$executeRaw(sql`
    INSERT INTO idempotency_keys (organization_id, asker, key, command, request, finished, created_at)
    VALUES (${organizationId}::uuid, ${asker}, ${key}, ${name}, ${request}, ${finished}, ${now})
    ON CONFLICT DO NOTHING`);
  const where = { organizationId_asker_key: { organizationId, asker, key } };
  if (taken === 0) {
    const before = await tx.idempotencyKey.findUniqueOrThrow({ where });
    const same = before.command === name && before.request === request;
    return same
      ? ok({ value: before.answer as Value, finished: before.finished, replayed: true })
      : refuse({ reason: "key_reused" });
  }
  const result = await work();
  if (!result.ok) {
    await tx.idempotencyKey.delete({ where });
    return result;
  }
  await tx.idempotencyKey.update({ where, data: { answer: json(result.value) } });
  return ok({ value: result.value, finished, replayed: false });
}

/** Returns the kept answer of an earlier request, or null if none is complete. Another request with the key is refused. */
export async function keptAnswer<Value>(
  ctx: Ctx,
  { name, key, request }: { name: string; key: string; request: object },
): Promise<Result<Value, KernelRefusal> | null> {
  const { organizationId } = ctx;
  const before = await read(ctx).idempotencyKey.findUnique({
    where: { organizationId_asker_key: { organizationId, asker: askerOf(ctx), key } },
  });
  if (!before) return null;
  if (before.command !== name || before.request !== fingerprint(request)) {
    return refuse({ reason: "key_reused" });
  }
  return before.finished && before.answer !== null ? ok(before.answer as Value) : null;
}

/** Keeps the answer of a request whose work went on after its transaction. */
export async function keepAnswer(ctx: Ctx, key: string | undefined, answer: unknown): Promise<void> {
  if (key === undefined) return;
  const { organizationId } = ctx;
  await read(ctx).idempotencyKey.updateMany({
    where: { organizationId, asker: askerOf(ctx), key },
    data: { answer: json(answer), finished: true },
  });
}

/** Names the caller, so that two callers who choose the same key do not meet. */
function askerOf({ actor }: Ctx): string {
  return `${actor.type}:${actor.id ?? ""}`;
}

/**
 * Lists the fields that the fingerprint ignores. A page that learned of its lost request asks again with newer values, but
 * means the same request.
 */
const seenFields = ["version", "seen"];

/** Leaves secrets out, because a reader of the table could guess a password from a hash that is quick to compute. */
function fingerprint(input: unknown): string {
  const left = [...seenFields, ...secretFields];
  const asked = Object.entries(input ?? {}).filter(([name]) => !left.includes(name));
  return createHash("sha256").update(JSON.stringify(asked)).digest("hex");
}

/** Leaves secrets out here too: they are answered once, and a repeated request gets null in their place. */
function json(answer: unknown) {
  if (answer === null) return Prisma.JsonNull;
  if (typeof answer !== "object" || Array.isArray(answer)) return answer as Prisma.InputJsonValue;
  const hidden = secretFields.filter((name) => name in answer).map((name) => [name, null]);
  return { ...answer, ...Object.fromEntries(hidden) } as Prisma.InputJsonValue;
}
