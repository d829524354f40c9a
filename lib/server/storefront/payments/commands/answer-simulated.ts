import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { command } from "../../../kernel/definition/command";
import { refusals } from "../../../kernel/definition/refusals";
import { customers } from "../../customer";
import { simulatedRequest } from "../own-request";
import { settlePayment } from "../settle";

const AnswerSimulatedInput = z.strictObject({ id: Id, answer: z.enum(["paid", "failed"]) });

/** Passes on what the customer chooses on the simulated provider's page, as a provider's notice would. */
export const answerSimulated = command({
  name: "own-payment.answer-simulated",
  caller: customers("storefront:buy", "storefront:pay"),
  input: AnswerSimulatedInput,
  output: z.null(),
  refusals: refusals(),
  prepare: async ({ who }, { id }) => ok(await simulatedRequest(who, id)),
  async run({ tx, ctx, who: { accountId } }, { id, answer }) {
    await tx.paymentRequest.updateMany({
      where: { organizationId: ctx.organizationId, accountId, id, state: "open", driver: "simulated" },
      data: { simulated: answer },
    });
    return ok(null);
  },
  async finish({ ctx }, { id }) {
    await settlePayment("simulated", id, ctx.now);
    return ok(null);
  },
});
