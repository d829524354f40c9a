import { z } from "zod";
import { isStaff, roles } from "@/lib/domain/permissions";
import { Email, Id, line, listParameters, optional, TimeZone, Version } from "./fields";

/** docs/domain.md, section 7. */

export const passwordLength = { min: 12, max: 200 } as const;

export const Password = z
  .string("Enter a password.")
  .min(passwordLength.min, `Use at least ${passwordLength.min} characters.`)
  .max(passwordLength.max, `Use at most ${passwordLength.max} characters.`);

const Role = z.enum(roles, "Choose a role from the list.");

/** Customers and resellers act for an account, staff for none; the database demands the same. */
const accountGoesWithRole = (user: { role: z.infer<typeof Role>; accountId: string | null }) =>
  isStaff(user.role) === (user.accountId === null);
const accountMessage = {
  message: "Customers and resellers have an account; administrators, operators and managers have none.",
  path: ["accountId"],
};

export const CreateUserInput = z
  .strictObject({
    email: Email,
    name: line("a name", 80),
    role: Role,
    accountId: optional(Id),
    password: Password,
    timeZone: optional(TimeZone),
  })
  .refine(accountGoesWithRole, accountMessage);
export type CreateUserInput = z.input<typeof CreateUserInput>;

export const SetRoleInput = z
  .strictObject({ id: Id, version: Version, role: Role, accountId: optional(Id) })
  .refine(accountGoesWithRole, accountMessage);
export type SetRoleInput = z.input<typeof SetRoleInput>;

export const SetActiveInput = z.strictObject({ id: Id, version: Version });
export type SetActiveInput = z.input<typeof SetActiveInput>;

export const ResetPasswordInput = z.strictObject({ id: Id, password: Password });
export type ResetPasswordInput = z.input<typeof ResetPasswordInput>;

export const ListUsersInput = z.object({
  ...listParameters,
  role: Role.optional().catch(undefined),
  active: z.enum(["true", "false"]).optional().catch(undefined),
});
export type ListUsersInput = z.input<typeof ListUsersInput>;
