import "server-only";
import { randomUUID } from "node:crypto";
import { localDay } from "@/lib/domain/values/day";
import { getOrder } from "../../orders/queries/get-order";
import { makeAccount, type TestOrganization } from "../factories";
import { makeOrder } from "../orders";

export const order = async (here: TestOrganization) => {
  const { code, version, items } = await makeOrder(here);
  return { code, version, items };
};

/** The day of an organization whose time zone is UTC. */
export const today = () => localDay(new Date(), "UTC");

export const addressKinds = {
  street: "openLines",
  postalCode: "openShort",
  city: "openLine",
  region: "openLine",
  country: "open",
  vatId: "open",
} as const;

export const account = async (here: TestOrganization) => ({
  name: `Harbour ${randomUUID()}`,
  email: "a@example.com",
  language: "de",
  street: "Am Hafen 1",
  postalCode: "20457",
  city: "Hamburg",
  region: "Hamburg",
  country: "DE",
  vatId: "DE123456789",
  billingToId: (await makeAccount(here)).id,
  creditLimit: "5",
  type: "customer",
  resellerId: (await makeAccount(here, { type: "reseller" })).id,
  orderApproval: true,
});

export const code = () => `P${randomUUID().slice(0, 8)}`;

export async function seen(here: TestOrganization) {
  const { code, version } = await order(here);
  return { code, version };
}

/** With what the question before it showed. */
export async function shown(here: TestOrganization, question: "execute" | "cancel" | "deliver") {
  const { code, version, shown } = await getOrder(here.as.administrator, (await order(here)).code);
  return { code, version, seen: shown[question].seen };
}
