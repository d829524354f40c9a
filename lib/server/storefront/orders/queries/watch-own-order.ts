import "server-only";
import { z } from "zod";
import type { LiveChanges } from "@/lib/schemas/live";
import { OrderCode } from "@/lib/schemas/orders";
import { query } from "../../../kernel/definition/query";
import { NotFound } from "../../../kernel/errors";
import { log } from "../../../kernel/log";
import type { LiveFilter } from "../../../live/stream";
import { customers } from "../../customer";
import { ownRows } from "../../own-rows";

/**
 * Lets through changes of one own order and of the account's credit, which its page shows. It hides everything else of the
 * organization, even that it changed. @throws NotFound
 */
export const watchOwnOrder = query({
  name: "own-order.watch",
  caller: customers("storefront:read-orders"),
  input: z.unknown(),
  async run({ who: customer }, rawCode): Promise<LiveFilter> {
    const code = OrderCode.safeParse(rawCode);
    const find = () =>
      ownRows(customer).order.findFirst({
        where: { code: code.data ?? "", parentId: null },
        select: { id: true, version: true },
      });
    const order = code.success && (await find());
    if (!order) throw new NotFound("order", String(rawCode));

    const { id } = order;
    let { version } = order;
    const tellIfChanged = async (tell: (changes: LiveChanges) => void) => {
      const now = await find();
      if (!now || now.version === version) return;
      version = now.version;
      tell({ orders: [id] });
    };
    return {
      changed: (changes, tell) => {
        const isNamed = (ids: LiveChanges["orders"], own: string) =>
          ids !== undefined && ids !== "*" && ids.includes(own);
        if (isNamed(changes.orders, id)) tell({ orders: [id] });
        if (isNamed(changes.credit, customer.accountId)) tell({ credit: [customer.accountId] });
        // Too many orders changed to be named. We look at this one only, because the customer must not learn about the
        // others.
        if (changes.orders === "*") {
          tellIfChanged(tell).catch((error) => log.warn({ err: error }, "An order could not be watched"));
        }
      },
    };
  },
});
