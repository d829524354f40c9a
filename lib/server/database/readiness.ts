import "server-only";
import { Prisma, unscoped } from "../kernel/db";
import { log } from "../kernel/log";
import { countLivingWorkers } from "./worker-locks";

/** Tells whether a part works, with a sentence for the operator. */
type Part = { state: "ready" | "not ready" | "unknown"; says: string };

const unknown: Part = { state: "unknown", says: "We could not ask the database." };

export type Readiness = {
  /** Says what keeps this process from serving, if anything does. */
  problem: string | undefined;
  parts: { database: Part; migrations: Part; worker: Part };
};

let last: { at: number; answer: Promise<Readiness> } | undefined;

/** Says the same as `readiness`, from an answer that is at most a second old. Anybody may ask, so that asking has to cost little. */
export function recentReadiness(): Promise<Readiness> {
  const now = performance.now();
  if (!last || now - last.at > 1000) last = { at: now, answer: readiness() };
  return last.answer;
}

/**
 * Says which parts work that this process needs. A missing worker is told and is no problem, since pages are served without one.
 * See docs/domain.md, section 12, "Ready". next.config.js writes LATEST_MIGRATION into the build.
 */
export async function readiness(): Promise<Readiness> {
  try {
    const isCurrent = await isMigrated();
    const worker = await workerPart();
    const database: Part = { state: "ready", says: "The database answers." };
    const migrations: Part = isCurrent
      ? { state: "ready", says: "The database has the migrations of this version." }
      : { state: "not ready", says: "The database lacks migrations of this version." };
    const problem = migrations.state === "ready" ? undefined : migrations.says;
    return { problem, parts: { database, migrations, worker } };
  } catch (error) {
    log.warn({ err: error }, "The database does not answer");
    const problem = "The database does not answer.";
    const database: Part = { state: "not ready", says: problem };
    return { problem, parts: { database, migrations: unknown, worker: unknown } };
  }
}

/** Keeps a count that fails alone from taking a web server away that can serve. */
async function workerPart(): Promise<Part> {
  const [found] = await unscoped()
    .$queryRaw<{ living: number }[]>(Prisma.raw(countLivingWorkers))
    .catch((error: unknown) => {
      log.warn({ err: error }, "The workers could not be counted");
      return [];
    });
  if (!found) return unknown;
  return found.living > 0
    ? { state: "ready", says: "A worker is running." }
    : { state: "not ready", says: "No worker is running, so provisioning, emails and webhooks wait." };
}

async function isMigrated(): Promise<boolean> {
  const [found] = await unscoped().$queryRaw<{ there: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`;
  if (!found?.there) return false;
  const [applied] = await unscoped().$queryRaw<{ done: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM _prisma_migrations
       WHERE migration_name = ${process.env.LATEST_MIGRATION} AND finished_at IS NOT NULL AND rolled_back_at IS NULL
    ) AS done`;
  return applied?.done ?? false;
}
