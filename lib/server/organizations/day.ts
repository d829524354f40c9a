import "server-only";
import { localDay } from "@/lib/domain/values/day";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";

/** Returns the IANA name of the organization's time zone. */
export async function organizationTimeZone(db: Pick<Tx, "$queryRaw">, ctx: Ctx): Promise<string> {
  const [row] = await db.$queryRaw<{ timeZone: string }[]>`
    SELECT time_zone AS "timeZone" FROM organizations WHERE id = ${ctx.organizationId}::uuid`;
  if (!row) throw new Error("A Ctx names an organization that exists");
  return row.timeZone;
}

/** Returns the organization's current day, wherever the actor is: docs/domain.md, section 3, "Whose day". */
export async function organizationDay(db: Pick<Tx, "$queryRaw">, ctx: Ctx): Promise<string> {
  return localDay(ctx.now, await organizationTimeZone(db, ctx));
}
