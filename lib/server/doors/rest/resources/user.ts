import "server-only";
import { z } from "zod";
import { accountRoles } from "@/lib/domain/account-role";
import { roles } from "@/lib/domain/permissions";
import type { UserRow } from "../../../users/queries/users";
import { AccountReference, Time } from "./fields";

export const User = z
  .object({
    id: z.uuid(),
    version: z.number().int().describe("ETag and If-Match name this version."),
    email: z.string(),
    name: z.string(),
    role: z.enum(roles).describe("With `custom`, the person has a role of your own: `customRole`."),
    customRole: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    accountRole: z
      .enum(accountRoles)
      .nullable()
      .describe("This says what customers and resellers may do for their account."),
    active: z.boolean(),
    invited: z.boolean().describe("This is true until the person accepts the invitation."),
    account: AccountReference.nullable().describe("Customers and resellers act for this account."),
    lastSignInAt: Time.nullable(),
  })
  .meta({ id: "User" });

export function tellUser(user: UserRow): z.input<typeof User> {
  const { id, version, email, name, role, customRole, accountRole, active, invited, account, lastSignInAt } =
    user;
  return { id, version, email, name, role, customRole, accountRole, active, invited, account, lastSignInAt };
}

export const Linked = z
  .object({
    id: z.uuid(),
    link: z
      .string()
      .nullable()
      .describe(
        "Without a mail server, this is the one-time link, which we answer once: pass it on. Otherwise we email it, and this is null.",
      ),
  })
  .meta({ id: "Linked" });

export const SessionsEnded = z
  .object({ sessions: z.number().int().describe("This many sessions ended.") })
  .meta({ id: "SessionsEnded" });
