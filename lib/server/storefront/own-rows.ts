import "server-only";
import { read } from "../kernel/db";
import type { CustomerCtx } from "./customer";

/** Names the column that tells which account owns a row. A table that is missing here belongs to no customer. */
const owner: Readonly<Record<string, "id" | "accountId">> = {
  Account: "id",
  Order: "accountId",
  Invoice: "accountId",
  CreditNote: "accountId",
  Payment: "accountId",
  PaymentRequest: "accountId",
  Subscription: "accountId",
  Message: "accountId",
};

/**
 * Returns the client for queries of the customer's own account: it adds the account to every filter and refuses tables that
 * no customer owns. Raw SQL must name organization and account itself.
 */
export function ownRows({ ctx, accountId }: CustomerCtx) {
  return read(ctx).$extends({
    query: {
      $allModels: {
        $allOperations({ model, args, query }) {
          const column = owner[model];
          if (!column) throw new Error(`No customer owns a ${model}`);
          const scoped = args as { where?: object };
          scoped.where = { ...scoped.where, [column]: accountId };
          return query(scoped as typeof args);
        },
      },
    },
  });
}
