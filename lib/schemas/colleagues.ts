import { z } from "zod";
import { accountRoles } from "@/lib/domain/account-role";
import { Email, Id, Version } from "./fields";
import { PersonName } from "./users";

/** These schemas say what people of an account send about each other: docs/domain.md, section 7, "People of an account". */

const AccountRole = z.enum(accountRoles, "Choose a role from the list.");

export const InviteColleagueInput = z.strictObject({
  email: Email,
  name: PersonName,
  accountRole: AccountRole,
});
export const ColleagueInput = z.strictObject({ id: Id });
export const SeenColleagueInput = z.strictObject({ id: Id, version: Version });
export const SetAccountRoleInput = z.strictObject({ id: Id, version: Version, accountRole: AccountRole });
