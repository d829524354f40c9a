import "server-only";
import { lockout } from "@/lib/domain/sign-in/lockout";
import { sql, unscoped } from "../../kernel/db";

/** Says whether a try counts, and until when it keeps the next ones out if it fails. */
export type CountedTry =
  | { counts: true; tries: number; waitMinutes: number }
  | { counts: false; openAt: Date };

type Row = { tries: number; openAt: Date };

/**
 * Counts a try before it is checked, so that simultaneous tries all count, in one statement. A try while sign-in is locked
 * counts for nothing and makes no wait longer.
 */
export async function countTry(key: string, now: Date): Promise<CountedTry> {
  const { freeTries, firstMinutes, longestMinutes, forgottenHours } = lockout;
  const forgottenBefore = new Date(now.getTime() - forgottenHours * 60 * 60_000);
  const tries = sql`CASE WHEN tried.last_at < ${forgottenBefore} THEN 1 ELSE tried.tries + 1 END`;
  const doubled = sql`power(2, least((${tries}) - ${freeTries}::int, 20)) * ${firstMinutes}::int`;
  for (;;) {
    const [counted] = await unscoped().$queryRaw<Row[]>(sql`
      INSERT INTO sign_in_tries AS tried (key, tries, last_at, open_at) VALUES (${key}, 1, ${now}, ${now})
      ON CONFLICT (key) DO UPDATE SET tries = ${tries}, last_at = ${now}, open_at = CASE WHEN (${tries}) < ${freeTries}::int THEN ${now}
          ELSE ${now}::timestamptz + make_interval(mins => least(${doubled}, ${longestMinutes}::int)::int) END
        WHERE tried.open_at <= ${now}
      RETURNING tries, open_at AS "openAt"`);
    if (counted) {
      const waitMinutes = Math.round((counted.openAt.getTime() - now.getTime()) / 60_000);
      return { counts: true, tries: counted.tries, waitMinutes };
    }
    // Between the two statements a success may have deleted the row; then this try counts after all.
    const locked = await unscoped().signInTries.findUnique({ where: { key }, select: { openAt: true } });
    if (locked && locked.openAt > now) return { counts: false, openAt: locked.openAt };
  }
}

/** Forgets the failed tries after a success. */
export async function forgetTries(key: string): Promise<void> {
  await unscoped().signInTries.deleteMany({ where: { key } });
}
