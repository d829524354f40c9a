import "server-only";
import { createHash } from "node:crypto";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { Ctx } from "./ctx";
import { Prisma, read, sql, type Tx } from "./db";
import { secretFields } from "./log";
import type { KernelRefusal } from "./refusals";

/** What a request asks for, and what it is known by. */
type Request = {
  /** The command's. */
  name: string;
  key: string | undefined;
  input: unknown;
  /** Whether the answer of the work is that of the command, since nothing follows the transaction. */
  finished: boolean;
};

type Kept<Value> = { value: Value; finished: boolean };

/**
 * Does a command's work once for all requests of one asker with one idempotency key: whoever asks again, because an
 * answer was lost, gets the answer of then. A refusal is not kept, since what it asks for may be put right. The key is
 * taken in the transaction of the work, so that two at once wait for each other. See docs/domain.md, section 2.
 */
export async function onceOnly<Value, Refusal>(
  tx: Tx,
  ctx: Ctx,
  { name, key, input, finished }: Request,
  work: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Kept<Value>, Refusal | KernelRefusal>> {
  if (key === undefined) {
    const result = await work();
    return result.ok ? ok({ value: result.value, finished }) : result;
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
      ? ok({ value: before.answer as Value, finished: before.finished })
      : refuse({ reason: "key_reused" });
  }
  const result = await work();
  if (!result.ok) {
    await tx.idempotencyKey.delete({ where });
    return result;
  }
  await tx.idempotencyKey.update({ where, data: { answer: json(result.value) } });
  return ok({ value: result.value, finished });
}

/** Keeps the answer of a request whose work went on after the transaction that took its key. */
export async function keepAnswer(ctx: Ctx, key: string | undefined, answer: unknown): Promise<void> {
  if (key === undefined) return;
  const { organizationId } = ctx;
  await read(ctx).idempotencyKey.updateMany({
    where: { organizationId, asker: askerOf(ctx), key },
    data: { answer: json(answer), finished: true },
  });
}

/** Keys are each asker's own: two people who happen to choose the same one do not meet. */
function askerOf({ actor }: Ctx): string {
  return `${actor.type}:${actor.id ?? ""}`;
}

/** What was seen is no part of what is asked: a page that heard of its own work meanwhile asks with something newer. */
const seenFields = ["version", "seen"];

/** A password's hash that is quickly made could be guessed by whoever reads the table, so that none is made. */
function fingerprint(input: unknown): string {
  const left = [...seenFields, ...secretFields];
  const asked = Object.entries(input ?? {}).filter(([name]) => !left.includes(name));
  return createHash("sha256").update(JSON.stringify(asked)).digest("hex");
}

function json(answer: unknown) {
  return answer === null ? Prisma.JsonNull : (answer as Prisma.InputJsonValue);
}
