import { type Ctx, systemCtx } from "../../lib/server/kernel/ctx";
import { unscoped } from "../../lib/server/kernel/db";

/** Returns the context of the product in the organization of this name, in any case, or null if there is none. */
export async function organizationCtx(name: string): Promise<Ctx | null> {
  const found = await unscoped().organization.findFirst({
    where: { name: { equals: name, mode: "insensitive" } },
    select: { id: true, timeZone: true },
  });
  return found && systemCtx(found.id, new Date(), found.timeZone);
}
