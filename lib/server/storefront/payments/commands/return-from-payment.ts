import "server-only";
import { z } from "zod";
import { isDraft } from "@/lib/domain/order-status/combination";
import { ok } from "@/lib/domain/values/result";
import { command } from "../../../kernel/definition/command";
import { refusals } from "../../../kernel/definition/refusals";
import { log } from "../../../kernel/log";
import { customers } from "../../customer";
import { ownRequest } from "../own-request";
import { settlePayment } from "../settle";

/** Records what a customer paid on the provider's page, and returns the path where the customer goes on. */
export const returnFromPayment = command({
  name: "own-payment.return",
  caller: customers("storefront:buy", "storefront:pay"),
  input: z.strictObject({ id: z.string() }),
  output: z.object({ path: z.string() }),
  refusals: refusals(),
  prepare: async ({ who }, { id }) => ok(await ownRequest(who, id)),
  run: async ({ prepared: request }) => ok(request),
  async finish({ ctx }, { id }, { driver, reference, order, invoice }) {
    // If the provider does not answer now, the worker asks it again later.
    if (reference) {
      await settlePayment(driver, reference, ctx.now).catch((error: unknown) => {
        log.warn({ err: error, event: "settle_payment", reference }, "Could not ask about a payment");
      });
    }
    if (!order) return ok({ path: `/storefront/billing/invoices/${invoice?.number}?payment=${id}` });
    const { code, statusType: type, statusStorefrontType: storefrontType } = order;
    const path = isDraft({ type, storefrontType })
      ? "/storefront/checkout"
      : `/storefront/billing/orders/${code}`;
    return ok({ path: `${path}?payment=${id}` });
  },
});
