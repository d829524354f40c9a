import { z } from "zod";
import { type AccountRole, accountRoles } from "@/lib/domain/account-role";
import { isStaff, roles } from "@/lib/domain/permissions";
import { passwordLength } from "@/lib/domain/values/password";
import { trimmed } from "@/lib/domain/values/trimmed";
import { Email, Id, line, optional, TimeZone } from "./fields";

/** These schemas say what user administration takes: docs/domain.md, section 7. */

/** Takes a new password without the white space around it. Whether it is easy to guess is decided later. */
export const Password = z
  .string("Enter a password.")
  .transform(trimmed)
  .refine((password) => [...password].length >= passwordLength.min, {
    error: `Use at least ${passwordLength.min} characters.`,
  })
  .refine((password) => [...password].length <= passwordLength.max, {
    error: `Use at most ${passwordLength.max} characters.`,
  });

/** Takes the password that somebody has, as sign-in takes it. */
export const CurrentPassword = z
  .string("Enter your current password.")
  .min(1, "Enter your current password.")
  .max(1000, "A password has at most 1,000 characters.");

export const PersonName = line("a name", 80);

export const Role = z.enum(roles, "Choose a role from the list.");

/** Takes what somebody is within their account, or nothing: then it stays, and new people are account administrators. */
export const AccountRoleInput = z.enum(accountRoles, "Choose a role from the list.").nullable().default(null);

/** Returns what a new person is within their account; staff have none. */
export function accountRoleOf(user: { role: z.infer<typeof Role>; accountRole: AccountRole | null }) {
  return isStaff(user.role) ? null : (user.accountRole ?? "administrator");
}

/** A role of the organization is named by its id, and a fixed one by itself. The database demands the same. */
export function roleIdGoesWithRole(
  user: { role: z.infer<typeof Role>; roleId: string | null },
  check: z.RefinementCtx,
) {
  const custom = user.role === "custom";
  if (custom === (user.roleId !== null)) return;
  const message = custom
    ? "Choose a role from the list."
    : "Send a role's id only with one of your own roles.";
  check.addIssue({ code: "custom", path: ["roleId"], message });
}

/** Customers and resellers act for an account, and staff act for none. The database demands the same. */
export function accountGoesWithRole(
  user: { role: z.infer<typeof Role>; accountId: string | null; accountRole: AccountRole | null },
  check: z.RefinementCtx,
) {
  const staff = isStaff(user.role);
  if (staff && user.accountRole !== null) {
    const message = "Only customers and resellers have a role in an account.";
    check.addIssue({ code: "custom", path: ["accountRole"], message });
  }
  if (staff === (user.accountId === null)) return;
  const message = staff
    ? "Only customers and resellers have an account."
    : "Choose the account they act for.";
  check.addIssue({ code: "custom", path: ["accountId"], message });
}

const newUser = {
  email: Email,
  name: PersonName,
  role: Role,
  roleId: optional(Id),
  accountId: optional(Id),
  accountRole: AccountRoleInput,
  timeZone: optional(TimeZone),
};

export const InviteUserInput = z
  .strictObject(newUser)
  .superRefine(roleIdGoesWithRole)
  .superRefine(accountGoesWithRole);

export const CreateUserInput = z
  .strictObject({ ...newUser, password: Password })
  .superRefine(roleIdGoesWithRole)
  .superRefine(accountGoesWithRole);
export type CreateUserInput = z.input<typeof CreateUserInput>;
