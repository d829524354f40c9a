import "server-only";
import type { LogoType } from "@/lib/domain/values/logo";
import { read } from "../../kernel/db";
import { NotFound } from "../../kernel/errors";
import { isUuid } from "../../kernel/keyset";
import type { Session } from "../../sign-in/session/session";

/**
 * Returns a logo of the signed-in person's organization: staff see it in BSS, customers in the Storefront. @throws NotFound
 * also for a logo of another organization
 */
export async function getLogo(
  { ctx }: Session,
  id: string,
): Promise<{ mediaType: LogoType; data: Uint8Array<ArrayBuffer> }> {
  const logo = isUuid(id)
    ? await read(ctx).logo.findUnique({
        where: { organizationId_id: { organizationId: ctx.organizationId, id } },
        select: { mediaType: true, data: true },
      })
    : null;
  if (!logo) throw new NotFound("logo", id);
  return { mediaType: logo.mediaType as LogoType, data: logo.data };
}
