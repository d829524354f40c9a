import "server-only";
import { nothing, query } from "../../../kernel/definition/query";
import { customers } from "../../customer";
import { ownRows } from "../../own-rows";

/**
 * Returns whether the account is active. People of an inactive account can look but not order. See docs/domain.md, section
 * 4.
 */
export const mayBuy = query({
  name: "storefront.may-buy",
  caller: customers("storefront:browse"),
  input: nothing,
  async run({ who: customer }): Promise<boolean> {
    const account = await ownRows(customer).account.findFirst({ select: { active: true } });
    return account?.active ?? false;
  },
});
