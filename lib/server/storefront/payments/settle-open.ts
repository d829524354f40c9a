import "server-only";
import { unscoped } from "../../kernel/db";
import { log } from "../../kernel/log";
import { settlePayment } from "./settle";

const batch = 500;
const askedForMs = 7 * 24 * 60 * 60_000;

/**
 * Asks about last week's open payments, newest first, and answers how many ended. Otherwise nobody would notice a payment
 * whose notice was lost and whose customer never came back. Void ones come after them, since the provider may have taken
 * money for one all the same. See docs/domain.md, section 5.
 */
export async function settleOpenPayments(now: Date): Promise<number> {
  const requests = await unscoped().paymentRequest.findMany({
    where: {
      state: { in: ["open", "void"] },
      reference: { not: null },
      createdAt: { gte: new Date(now.getTime() - askedForMs) },
    },
    orderBy: [{ state: "asc" }, { createdAt: "desc" }],
    take: batch,
    select: { driver: true, reference: true, state: true },
  });
  let ended = 0;
  for (const { driver, reference, state } of requests) {
    try {
      if ((await settlePayment(driver, reference ?? "", now)) !== state) ended += 1;
    } catch (error) {
      log.warn({ err: error, event: "settle_payments", reference }, "Could not ask about a payment");
    }
  }
  return ended;
}
