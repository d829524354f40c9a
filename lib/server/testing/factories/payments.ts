import "server-only";
import { read } from "../../kernel/db";
import { addToBasket } from "../../storefront/basket/commands/add-to-basket";
import type { CustomerCtx } from "../../storefront/customer";
import { answerSimulated } from "../../storefront/payments/commands/answer-simulated";
import { startPayment } from "../../storefront/payments/commands/start-payment";
import { makeProduct, type TestOrganization, value } from "./basics";
import { basketOf } from "./baskets";
import { makeCustomer } from "./customers";

/** Lets the customer pay the amount that an order lacks, and answers the payment. */
export async function payFor(customer: CustomerCtx, code: string) {
  const { page } = value(await startPayment(customer, { code }));
  const id = page.split("/").at(-1) ?? "";
  value(await answerSimulated(customer, { id, answer: "paid" }));
  return read(customer.ctx).payment.findFirstOrThrow({ where: { request: { id } } });
}

/** Creates a payment that is kept for a basket. Its account, the named one or a new one, may never owe from now on. */
export async function makeReservedPayment(
  organization: TestOrganization,
  input: { accountId?: string } = {},
) {
  const customer = await makeCustomer(organization, input);
  await read(organization.as.operator).account.updateMany({
    where: { id: customer.accountId },
    data: { creditLimit: 0 },
  });
  const { id: productId } = await makeProduct(organization, { price: "10" });
  value(await addToBasket(customer, { productId }));
  return payFor(customer, (await basketOf(customer)).code);
}
