import "server-only";
import { ProvisioningAnswer } from "@/lib/schemas/vendors";
import { config } from "../../kernel/config";
import { ask } from "../../outside/ask";
import { said } from "../said";
import type { Driver, ProvisioningRequest, TaskVendor } from "./driver";

/** Asks the product's vendor over the network: docs/domain.md, section 3. */
export const http: Driver = {
  timeLimitMs: (task) => vendorOf(task).timeoutSeconds * 1000 + 15_000,

  async provision(request, signal) {
    const { taskId, idempotencyKey, organizationId, attempt, action } = request;
    const { productCode, quantity, configuration, subscriptionId, orderCode } = request;
    const vendor = vendorOf(request);
    const question = {
      type: action,
      taskId,
      attempt,
      product: productCode,
      quantity,
      configuration,
      subscriptionId,
      orderCode,
      callbackUrl: `${config().publicUrl}/api/provisioning/callback/${organizationId}`,
    };
    const party = { ...vendor, organizationId, of: "vendor" } as const;
    const heard = await ask(party, question, ProvisioningAnswer, { signal, idempotencyKey });
    if (!heard.heard) {
      const failure = { because: "silent", vendor: vendor.name, silence: heard.silence } as const;
      return { result: "failed", failure, permanent: heard.permanent };
    }
    const { answer } = heard;
    switch (answer.status) {
      case "done":
        return { result: "done" };
      case "accepted":
        return { result: "accepted", callbackMinutes: vendor.callbackMinutes };
      case "failed":
        return { result: "failed", failure: said(answer.reason), permanent: !answer.retry };
    }
  },
};

function vendorOf({ vendor }: Pick<ProvisioningRequest, "vendor">): TaskVendor {
  if (!vendor) throw new Error("A task of the http driver names no vendor");
  return vendor;
}
