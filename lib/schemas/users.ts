import { z } from "zod";
import { isStaff, roles } from "@/lib/domain/permissions";
import { passwordLength } from "@/lib/domain/values/password";
import { Email, Id, line, listParameters, optional, sortParameter, TimeZone, Version } from "./fields";

/** These schemas say what user administration takes: docs/domain.md, section 7. */

const Password = z
  .string("Enter a password.")
  .min(passwordLength.min, `Use at least ${passwordLength.min} characters.`)
  .max(passwordLength.max, `Use at most ${passwordLength.max} characters.`);

const Role = z.enum(roles, "Choose a role from the list.");

/** Customers and resellers act for an account, and staff act for none. The database demands the same. */
function accountGoesWithRole(
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

export const CreateUserInput = z
  .strictObject({
    email: Email,
    name: line("a name", 80),
    role: Role,
    accountId: optional(Id),
    password: Password,
    timeZone: optional(TimeZone),
  })
  .superRefine(accountGoesWithRole);
export type CreateUserInput = z.input<typeof CreateUserInput>;

export const SetRoleInput = z
  .strictObject({ id: Id, version: Version, role: Role, accountId: optional(Id) })
  .superRefine(accountGoesWithRole);
export type SetRoleInput = z.input<typeof SetRoleInput>;

export const SetActiveInput = z.strictObject({ id: Id, version: Version });
export type SetActiveInput = z.input<typeof SetActiveInput>;

export const ResetPasswordInput = z.strictObject({ id: Id, password: Password });
export type ResetPasswordInput = z.input<typeof ResetPasswordInput>;

export const ListUsersInput = z.object({
  ...listParameters,
  sort: sortParameter(["name", "email"], "email"),
  role: Role.optional().catch(undefined),
  active: z.enum(["true", "false"]).optional().catch(undefined),
});
export type ListUsersInput = z.input<typeof ListUsersInput>;
