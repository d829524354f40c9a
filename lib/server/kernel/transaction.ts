import "server-only";
import type { Ctx } from "./ctx";
import { asWork, Prisma, read, sql, type Tx } from "./db";

const attempts = 3;

/**
 * Runs a command's reads and writes as one transaction of the actor's organization, which a thrown error rolls back. The database
 * lets it write rows of that organization alone: docs/domain.md, section 7, "Walls in the database". A deadlock or
 * serialization failure runs `work` again, so `work` must have no effect outside the database.
 */
export function transaction<Value>(ctx: Ctx, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return repeated(() =>
    read(ctx).$transaction(async (tx) => {
      await tx.$executeRaw(sql`SELECT set_config('order_desk.organization', ${ctx.organizationId}, true)`);
      return asWork(() => work(tx));
    }),
  );
}

/** Runs a transaction, and again after a deadlock or serialization failure. */
export async function repeated<Value>(run: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt === attempts || !isTransient(error)) throw error;
    }
  }
}

/** Runs a command's work and rolls it back. Returns what would happen. */
export async function rehearse<Value>(ctx: Ctx, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  let rehearsal: { value: Value } | undefined;
  try {
    return await transaction(ctx, async (tx) => {
      rehearsal = { value: await work(tx) };
      throw new TakenBack();
    });
  } catch (error) {
    if (error instanceof TakenBack && rehearsal) return rehearsal.value;
    throw error;
  }
}

class TakenBack extends Error {
  override name = "TakenBack";
}

/** Tells whether PostgreSQL asks for another try, after a serialization failure or a deadlock. */
function isTransient(error: unknown): boolean {
  const code = databaseErrorCode(error);
  return code === "40001" || code === "40P01" || (isPrismaError(error) && error.code === "P2034");
}

function isPrismaError(error: unknown): error is Prisma.PrismaClientKnownRequestError {
  return error instanceof Prisma.PrismaClientKnownRequestError;
}

/** Returns the SQLSTATE of an error of the driver if it comes from PostgreSQL. */
function databaseErrorCode(error: unknown): string | undefined {
  for (let cause: unknown = error; cause && typeof cause === "object"; cause = (cause as Error).cause) {
    const { code, originalCode, meta } = cause as {
      code?: unknown;
      originalCode?: unknown;
      meta?: { driverAdapterError?: unknown; code?: unknown };
    };
    if (typeof originalCode === "string") return originalCode;
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith("P20")) return code;
    if (meta?.driverAdapterError) return databaseErrorCode(meta.driverAdapterError);
  }
  return undefined;
}

/**
 * Tells whether the database stopped the work: a statement that ran or waited for a lock too long, or a transaction that did
 * nothing for too long.
 */
export function isTimeout(error: unknown): boolean {
  return ["57014", "55P03", "25P03"].includes(databaseErrorCode(error) ?? "");
}

/** Tells whether the database has a row of that name, code or address already. */
export function isUniqueViolation(error: unknown): boolean {
  return databaseErrorCode(error) === "23505";
}
