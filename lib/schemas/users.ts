import { z } from "zod";
import { isStaff, roles } from "@/lib/domain/permissions";
import { passwordLength } from "@/lib/domain/values/password";

/** These schemas say what user administration takes: docs/domain.md, section 7. */

export const Password = z
  .string("Enter a password.")
  .min(passwordLength.min, `Use at least ${passwordLength.min} characters.`)
  .max(passwordLength.max, `Use at most ${passwordLength.max} characters.`);

export const Role = z.enum(roles, "Choose a role from the list.");

/** Customers and resellers act for an account, and staff act for none. The database demands the same. */
export function accountGoesWithRole(
  user: { role: z.infer<typeof Role>; accountId: string | null },
  check: z.RefinementCtx,
) {
  const staff = isStaff(user.role);
  if (staff === (user.accountId === null)) return;
  const message = staff
    ? "Only customers and resellers have an account."
    : "Choose the account they act for.";
  check.addIssue({ code: "custom", path: ["accountId"], message });
}
