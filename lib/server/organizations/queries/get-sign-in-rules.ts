import "server-only";
import type { Role } from "@/lib/domain/permissions";
import { read } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { nothing, query } from "../../kernel/definition/query";

export type SignInRules = { secondFactorRoles: Role[]; version: number };

/** Returns how people of the organization have to sign in. */
export const getSignInRules = query({
  name: "organization.get-sign-in-rules",
  caller: staff("sign-in:save"),
  input: nothing,
  run: ({ ctx }): Promise<SignInRules> =>
    read(ctx).organization.findFirstOrThrow({ select: { secondFactorRoles: true, version: true } }),
});
