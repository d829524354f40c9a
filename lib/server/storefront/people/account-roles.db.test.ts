import { beforeAll, describe, expect, test } from "vitest";
import { type AccountRole, accountRoles } from "@/lib/domain/account-role";
import { Forbidden } from "../../kernel/errors";
import { allDefinitions } from "../../testing/definitions";
import { makeOrganization, type TestOrganization } from "../../testing/factories/basics";
import { asReseller, makeColleague } from "../../testing/factories/colleagues";
import { makeReseller } from "../../testing/factories/customers";
import type { CustomerCtx } from "../customer";

/**
 * Says who of an account may call each command and query of the Storefront. A new one that is not listed here fails, so that
 * somebody decides. See docs/domain.md, section 7, "People of an account".
 */

const everybody: AccountRole[] = [...accountRoles];
const buyers: AccountRole[] = ["administrator", "buyer"];
const payers: AccountRole[] = ["administrator", "buyer", "billing"];
const readers: AccountRole[] = ["administrator", "billing", "viewer"];
const administrators: AccountRole[] = ["administrator"];

const allowed: Record<string, AccountRole[]> = {
  addToBasket: buyers,
  answerSimulated: payers,
  approveOrder: buyers,
  activateColleague: administrators,
  basketSize: buyers,
  cancelOwnOrder: buyers,
  cancelWaiting: buyers,
  changeBasketItem: buyers,
  chooseExecutionDate: buyers,
  deactivateColleague: administrators,
  fillInValues: buyers,
  getApproval: buyers,
  getBasket: buyers,
  getBasketCode: buyers,
  getCatalogueProduct: everybody,
  getOwnCredit: readers,
  getOwnCreditNote: readers,
  getOwnCreditNoteDocument: readers,
  getOwnInvoice: readers,
  getOwnInvoiceDocument: readers,
  getOwnOrder: everybody,
  getPaymentRequest: payers,
  getShopLook: everybody,
  inviteColleague: administrators,
  justOrdered: buyers,
  listApprovals: buyers,
  listCatalogue: everybody,
  listColleagues: administrators,
  listCustomers: buyers,
  listOwnCreditNotes: readers,
  listOwnInvoices: readers,
  listOwnMessages: everybody,
  listOwnOrders: everybody,
  listOwnPayments: readers,
  listOwnSubscriptions: everybody,
  mayBuy: everybody,
  payInvoice: ["administrator", "billing"],
  paymentOutcome: payers,
  placeOrder: buyers,
  removeFromBasket: buyers,
  rescheduleOrder: buyers,
  returnFromPayment: payers,
  sendColleagueLink: administrators,
  setAccountRole: administrators,
  setOrderApproval: buyers,
  startPayment: payers,
  watchOwnOrder: everybody,
};

const ofStorefront = (await allDefinitions()).filter(({ definition }) =>
  ["customer", "reseller"].includes(definition.caller.kind),
);

let here: TestOrganization;
let people: Record<AccountRole, CustomerCtx>;
beforeAll(async () => {
  here = await makeOrganization();
  const reseller = await makeReseller(here);
  people = Object.fromEntries(
    await Promise.all(
      accountRoles.map(async (role) => [role, asReseller(await makeColleague(here, reseller, role))]),
    ),
  ) as Record<AccountRole, CustomerCtx>;
});

test("somebody has decided about each command and query of the Storefront", () => {
  expect(ofStorefront.map(({ exported }) => exported).toSorted()).toEqual(Object.keys(allowed).toSorted());
});

describe("of the people of an account, only those who may call", () => {
  test.each(ofStorefront)("$definition.name", async ({ exported, call }) => {
    const through: AccountRole[] = [];
    for (const role of accountRoles) {
      // Nothing valid is sent, so a caller who gets through is told so, and nothing happens.
      const answer = await call(people[role], { "": 0 }).then(
        () => "done",
        (error: unknown) => (error instanceof Forbidden ? "forbidden" : "done"),
      );
      if (answer === "done") through.push(role);
    }
    expect(through.toSorted()).toEqual(allowed[exported]?.toSorted());
  });
});
