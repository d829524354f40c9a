import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { config, requireSecret } from "../../../kernel/config";
import { unscoped } from "../../../kernel/db";
import type { PaymentDriver } from "./driver";

/**
 * Simulates a provider for demonstrations: on a page of ours, the customer chooses whether it is paid. No money
 * moves.
 */
export const simulated: PaymentDriver = {
  async open({ id }) {
    return { reference: id, page: `/storefront/payments/${id}` };
  },

  async state(reference) {
    const request = await unscoped().paymentRequest.findUnique({
      where: { driver_reference: { driver: "simulated", reference } },
      select: { simulated: true },
    });
    const { simulated = "failed" } = request ?? {};
    return simulated === "void" ? "failed" : simulated;
  },

  // Our own page takes no answer for what is not open.
  async cancel() {},

  readNotice(body, headers) {
    const given = Buffer.from(headers.get("x-signature") ?? "");
    const wanted = Buffer.from(signSimulatedNotice(body));
    return given.length === wanted.length && timingSafeEqual(given, wanted) ? body : null;
  },
};

/** Signs a notice as the simulated provider does. */
export function signSimulatedNotice(body: string): string {
  requireSecret(config());
  return createHmac("sha256", `payments ${config().secret}`).update(body).digest("hex");
}
