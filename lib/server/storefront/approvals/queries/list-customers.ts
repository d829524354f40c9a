import "server-only";
import { ListOwnInput } from "@/lib/schemas/storefront";
import { read, sql } from "../../../kernel/db";
import { query } from "../../../kernel/definition/query";
import { keyset, type Page } from "../../../kernel/keyset";
import { resellers } from "../../customer";

export type ResellerCustomer = { id: string; code: string; name: string; orderApproval: boolean };

/** Returns the reseller's customers, by name. */
export const listCustomers = query({
  name: "customer.list",
  caller: resellers,
  input: ListOwnInput,
  async run({ ctx, who: reseller }, { cursor, limit }): Promise<Page<ResellerCustomer>> {
    const { accountId } = reseller;
    const pages = keyset({ key: sql`name`, keyType: "text", id: sql`id` }, { cursor, limit });
    const rows = await read(ctx).$queryRaw<ResellerCustomer[]>(sql`
      SELECT id, code, name, order_approval AS "orderApproval" FROM accounts
      WHERE organization_id = ${ctx.organizationId}::uuid AND reseller_id = ${accountId}::uuid
        ${pages.where} ${pages.tail}`);
    return pages.page(rows, ({ name, id }) => ({ key: name, id }));
  },
});
