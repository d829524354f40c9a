import { beforeAll, describe, expect, test } from "vitest";
import { read } from "../../kernel/db";
import { createProduct } from "../../products/commands/create-product";
import { editProduct } from "../../products/commands/edit-product";
import { getProduct } from "../../products/queries/products";
import { addToBasket } from "../../storefront/basket/commands/add-to-basket";
import { changeBasketItem } from "../../storefront/basket/commands/change-basket";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { basketOf } from "../../testing/factories/baskets";
import { makeCustomer } from "../../testing/factories/customers";
import { makeOrder, storedOrder } from "../../testing/factories/orders";
import { createOrder } from "../commands/create-order";
import { editOrder } from "../commands/edit-order";

/** Covers the checks of values by kind, wherever values are entered: docs/domain.md, section 2, "Values". */

const kinds = { Domain: "domain_name" } as const;

let here: TestOrganization;
let productId: string;
beforeAll(async () => {
  here = await makeOrganization();
  const product = await makeProduct(here, { requiredConfiguration: ["Domain", "Note"], valueKinds: kinds });
  productId = product.id;
});

const wrong = { Domain: "https://shop.example/basket", Note: "anything goes" };
const right = { Domain: "müller.example", Note: "anything goes" };
const problem = (index: number) => ({
  refusal: {
    reason: "invalid_input",
    problems: [
      { reason: "value_not_of_its_kind", kind: "domain_name", path: `items.${index}.configuration.Domain` },
    ],
  },
});

describe("a value of another kind is refused with how to write it", () => {
  test("when it is put into the basket, and when it is changed there", async () => {
    const customer = await makeCustomer(here);
    expect(await addToBasket(customer, { productId, configuration: wrong })).toMatchObject(problem(0));
    value(await addToBasket(customer, { productId, configuration: right }));
    const [item] = (await basketOf(customer)).items;
    const itemId = item?.id ?? "";
    expect(await changeBasketItem(customer, { itemId, configuration: wrong })).toMatchObject(problem(0));
    expect((await basketOf(customer)).items).toMatchObject([{ configuration: right, valueKinds: kinds }]);
  });

  test("on a new order, at the item", async () => {
    const items = [right, wrong].map((configuration) => ({ productId, quantity: 1, configuration }));
    const { id: accountId } = await makeAccount(here);
    expect(await createOrder(here.as.operator, { accountId, items })).toMatchObject(problem(1));
  });

  test("in an edit, of a kept item and of a new one", async () => {
    const { code, version, items } = await makeOrder(here, { items: [{ productId, quantity: 1 }] });
    const edit = { code, version, name: "", note: "" };
    const kept = { id: items[0]?.id, productId, quantity: 1 };
    const added = { productId, quantity: 1, configuration: wrong };
    const { operator } = here.as;
    expect(await editOrder(operator, { ...edit, items: [{ ...kept, configuration: wrong }] })).toMatchObject(
      problem(0),
    );
    expect(await editOrder(operator, { ...edit, items: [kept, added] })).toMatchObject(problem(1));
    value(await editOrder(operator, { ...edit, items: [{ ...kept, configuration: right }] }));
    expect((await storedOrder(operator, code)).items).toMatchObject([{ configuration: right }]);
  });
});

test("a value that was there before its product asked for a kind stays, and can only be replaced by one of the kind", async () => {
  const product = await makeProduct(here, { requiredConfiguration: ["Domain"] });
  const { code, version, items } = await makeOrder(here, {
    items: [{ productId: product.id, quantity: 1, configuration: { Domain: "as agreed" } }],
  });
  await read(here.as.administrator).product.updateMany({
    where: { id: product.id },
    data: { valueKinds: kinds },
  });
  const kept = { id: items[0]?.id, productId: product.id, quantity: 1 };
  const edit = (Domain: string) => ({ name: "", note: "", items: [{ ...kept, configuration: { Domain } }] });
  const { operator } = here.as;
  value(await editOrder(operator, { code, version, ...edit("as agreed") }));
  const again = { code, version: version + 1, ...edit("as agreed since") };
  expect(await editOrder(operator, again)).toMatchObject(problem(0));
});

test("a product keeps the kinds of the values that it needs, and its changes are recorded", async () => {
  const { administrator } = here.as;
  const product = {
    name: "Host",
    price: "1",
    cost: "1",
    taxRate: "0",
    requiredConfiguration: ["Server", "Note"],
  };
  const valueKinds = { Server: "hostname", Note: "text", Gone: "email" };
  const made = { ...product, code: "HOST", type: "asset", billingPeriod: "once", valueKinds };
  const { id, code } = value(await createProduct(administrator, made));
  expect(await getProduct(administrator, code)).toMatchObject({ valueKinds: { Server: "hostname" } });

  const edited = { ...product, id, version: 1, active: true, valueKinds: { Server: "ip_address" } };
  value(await editProduct(administrator, edited));
  const entry = await read(administrator).event.findFirstOrThrow({
    where: { kind: "product.edited", subject: code },
  });
  expect(entry).toMatchObject({
    before: { valueKinds: { Server: "hostname" } },
    after: { valueKinds: { Server: "ip_address" } },
  });
});
