import "server-only";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { type PersonalData, passwordFault } from "@/lib/domain/values/password";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { Ctx } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { isCommonPassword } from "./common-passwords";
import { hashPassword } from "./password";

/** Says why a new password is not good. */
type Weak = Refused<"password_common" | "password_personal">;

/** Returns the hash of a person's new password, unless it is easy to guess. See docs/domain.md, section 7, "Passwords". */
export async function hashOfGood(ctx: Ctx, userId: string, password: string): Promise<Result<string, Weak>> {
  const user = await read(ctx).user.findUniqueOrThrow({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: userId } },
    select: { name: true, email: true, organization: { select: { name: true } } },
  });
  const weak = weakness(password, { ...user, organization: user.organization.name });
  return weak ? refuse(weak) : ok(await hashPassword(password));
}

/** Returns why a password is easy to guess for a person with this data, or null. */
export function weakness(password: string, personal: PersonalData): Weak | null {
  const reason = passwordFault(password, personal, isCommonPassword);
  return reason && { reason, path: "password" };
}
