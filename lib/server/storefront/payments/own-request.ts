import "server-only";
import { config } from "../../kernel/config";
import { NotFound } from "../../kernel/errors";
import { isUuid } from "../../kernel/keyset";
import type { CustomerCtx } from "../customer";
import { ownRows } from "../own-rows";

/** Finds a payment that the customer's account has asked for. @throws NotFound */
export async function ownRequest(customer: CustomerCtx, id: string) {
  const request = isUuid(id)
    ? await ownRows(customer).paymentRequest.findFirst({
        where: { id },
        select: {
          id: true,
          driver: true,
          reference: true,
          amount: true,
          currency: true,
          state: true,
          order: { select: { code: true, statusType: true, statusStorefrontType: true } },
          invoice: { select: { number: true } },
        },
      })
    : null;
  if (!request) throw new NotFound("payment", id);
  return request;
}

/** Finds a request of the simulated provider, whose word does not count once another provider is used. @throws NotFound */
export function simulatedRequest(customer: CustomerCtx, id: string) {
  if (config().paymentDriver !== "simulated") throw new NotFound("payment", id);
  return ownRequest(customer, id);
}
