import type { DataFilter } from "@/components/data-table";
import { getAccount } from "@/lib/server/accounts/queries/accounts";
import { type Ctx, may } from "@/lib/server/kernel/ctx";
import { NotFound } from "@/lib/server/kernel/errors";

/** Returns the chip of a list that an account's page has led to, `?account=A1001`. People can only remove it. */
export async function accountFilter(ctx: Ctx, code: string | string[] | undefined): Promise<DataFilter[]> {
  if (typeof code !== "string" || !may(ctx, "account:read")) return [];
  const label = await getAccount(ctx, code).then(
    (account) => account.name,
    (error: unknown) => {
      if (error instanceof NotFound) return code;
      throw error;
    },
  );
  return [{ name: "account", label: "Account", options: [{ value: code, label }] }];
}
