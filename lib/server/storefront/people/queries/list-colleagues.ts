import "server-only";
import type { AccountRole } from "@/lib/domain/account-role";
import { mostColleagues } from "@/lib/domain/account-role";
import { read } from "../../../kernel/db";
import { nothing, query } from "../../../kernel/definition/query";
import { customers } from "../../customer";

export type ColleagueRow = {
  id: string;
  name: string;
  email: string;
  accountRole: AccountRole;
  active: boolean;
  /** Tells whether the person has not accepted their invitation yet. */
  invited: boolean;
  version: number;
  /** Holds the time in ISO format. */
  lastSignInAt: string | null;
};

/** Returns the people of the customer's own account by name: docs/domain.md, section 7, "People of an account". */
export const listColleagues = query({
  name: "account-person.list",
  caller: customers("storefront:people"),
  input: nothing,
  async run({ ctx, who: { accountId } }): Promise<ColleagueRow[]> {
    const rows = await read(ctx).user.findMany({
      where: { organizationId: ctx.organizationId, accountId },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      // Staff can invite more people than the account itself.
      take: 2 * mostColleagues,
      select: {
        ...{ id: true, name: true, email: true, accountRole: true, active: true, version: true },
        ...{ acceptedAt: true, lastSignInAt: true },
      },
    });
    return rows.map(({ accountRole, acceptedAt, lastSignInAt, ...row }) => ({
      ...row,
      accountRole: accountRole ?? "viewer",
      invited: acceptedAt === null,
      lastSignInAt: lastSignInAt?.toISOString() ?? null,
    }));
  },
});
