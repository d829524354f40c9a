import "server-only";
import { type Ctx, requirePermission } from "../ctx";
import { read } from "../db";

export type Company = { name: string; timeZone: string; version: number };

/** Returns the organization as BSS Setup shows it. */
export async function getCompany(ctx: Ctx): Promise<Company> {
  requirePermission(ctx, "organization:save");
  return read(ctx).organization.findFirstOrThrow({ select: { name: true, timeZone: true, version: true } });
}
