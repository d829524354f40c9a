import { execute, openExecutedOrder, openNewOrder, status } from "../fixtures/orders";
import { expect, test } from "../fixtures/test";

test("a message without an address is a warning, and goes on its way once there is one", async ({
  organization,
  signedIn,
}) => {
  const operator = await signedIn(organization.operator);
  const [account] = organization.accounts;
  const code = await openNewOrder(operator, account, [{ product: organization.products[0] }]);
  const facts = operator.getByRole("complementary", { name: "Facts" });
  await expect(facts).toContainText("No contact address: messages stay in the outbox");
  await execute(operator);
  await expect(status(operator)).toHaveText("Executed");

  const manager = await signedIn(organization.manager);
  await manager.goto("/messages?state=no_address");
  await manager.getByRole("link", { name: `Your order ${code} is complete` }).click();
  const state = manager.getByRole("status", { name: "State" });
  await expect(state).toHaveText("No address");
  const preview = manager.getByRole("region", { name: "Preview" });
  await expect(preview).toContainText(`Your order ${code} is complete`);
  await expect(preview).toContainText(`1 × ${organization.products[0]}`);
  await expect(manager.getByRole("button", { name: "Resend" })).toBeHidden();

  await operator.goto(manager.url());
  await operator.getByRole("button", { name: "Resend" }).click();
  await expect(operator.getByText("The account has no email address. Enter one first.")).toBeVisible();
  await operator.getByRole("link", { name: account }).click();
  await expect(operator.getByText("No contact address: messages stay in the outbox")).toBeVisible();
  await operator.getByRole("link", { name: "Edit" }).click();
  await operator.getByRole("textbox", { name: "Email" }).fill("buyer@customer.example");
  await operator.getByRole("combobox", { name: "Language" }).selectOption("German");
  await operator.getByRole("button", { name: "Save" }).click();
  await expect(operator.getByText("buyer@customer.example", { exact: true })).toBeVisible();

  await operator.goto(manager.url());
  await operator.getByRole("button", { name: "Resend" }).click();
  await expect(operator.getByText("On its way to buyer@customer.example")).toBeVisible();
  await expect(state).toHaveText("Waiting");
  await expect(manager.getByText("buyer@customer.example", { exact: true })).toBeVisible();

  await operator.goto("/orders/new");
  const next = await openExecutedOrder(operator, account, [{ product: organization.products[1] }]);
  await manager.goto("/messages");
  await expect(manager.getByRole("link", { name: `Bestellung ${next} ist ausgeführt` })).toBeVisible();
});
