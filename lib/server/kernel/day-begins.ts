import "server-only";
import type { Ctx } from "./ctx";
import { type Prisma, sql } from "./db";

/** Returns when a calendar day begins in the reader's time zone, or the one that comes so many days after it. */
export function dayBegins({ timeZone }: Ctx, day: string, plus: number): Prisma.Sql {
  return sql`((${day}::date + ${plus}::int)::timestamp AT TIME ZONE ${timeZone})`;
}
