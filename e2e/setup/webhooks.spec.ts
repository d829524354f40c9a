import { WebhookReceiver } from "../../lib/server/testing/processes/webhook-receiver";
import { makeOrder } from "../fixtures/orders";
import { expect, test } from "../fixtures/test";

test("a webhook is set up, tested, fails, is sent again and replayed, rotated, disabled and deleted", async ({
  organization,
  signedIn,
}) => {
  const receiver = new WebhookReceiver();
  await receiver.start();
  const page = await signedIn(organization.administrator);
  await page.goto("/setup");
  await page.getByRole("link", { name: "Webhooks" }).click();
  await expect(page.getByText("There is no webhook yet")).toBeVisible();
  await page.getByRole("link", { name: "New webhook" }).first().click();

  const form = page.getByRole("form", { name: "Webhook" });
  await form.getByRole("button", { name: "Create webhook" }).click();
  await expect(form.getByText("Enter a name.")).toBeVisible();
  await form.getByRole("textbox", { name: "Name" }).fill("Warehouse");
  await form.getByRole("textbox", { name: "Address" }).fill("http://10.0.0.1/");
  await form.getByRole("button", { name: "Create webhook" }).click();
  await expect(form.getByRole("alert")).toHaveText("Nothing was saved. Correct the marked field.");
  await expect(form.getByText("Enter an address that begins with https://.")).toBeVisible();
  await form.getByRole("textbox", { name: "Address" }).fill(receiver.url);
  await form.getByRole("button", { name: "Choose all: Orders" }).click();
  await form.getByRole("button", { name: "Choose none: Orders" }).click();
  await form.getByRole("checkbox", { name: "Order created" }).check();
  await form.getByRole("button", { name: "Create webhook" }).click();
  const secret = page.getByRole("textbox", { name: "Signing secret" });
  await expect(secret).toHaveValue(/^whsec_/);
  const first = await secret.inputValue();
  receiver.secrets.push(first);
  await page.getByRole("link", { name: "Done" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Warehouse" })).toBeVisible();
  const state = page.getByRole("status", { name: "State" });
  await expect(state).toHaveText("Active");
  expect(await page.content()).not.toContain(first);
  await page.getByRole("button", { name: "Send test event" }).click();
  const deliveries = page.getByRole("table", { name: "Deliveries" });
  const tested = deliveries.getByRole("row").filter({ hasText: "Webhook tested (Test)" });
  await expect(tested).toContainText("Delivered");
  expect(receiver.told).toMatchObject([{ type: "webhook.tested" }]);

  receiver.answer = () => 500;
  const code = await makeOrder(page, organization.accounts[0], [{ product: organization.products[0] }]);
  const created = deliveries.getByRole("row").filter({ hasText: `Order created ${code}` });
  await expect(created).toContainText("500 As you wish");
  await expect(created).toContainText("Waiting");
  receiver.answer = () => 204;
  await created.getByRole("button", { name: "Try now" }).click();
  await expect(created).toContainText("Delivered");
  await created.getByRole("button", { name: "Resend" }).click();
  await expect(created.filter({ hasText: "(Sent again)" })).toContainText("Delivered");
  await page.getByRole("button", { name: "Replay events" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Replay events" }).click();
  await expect(page.getByText("1 event on the way")).toBeVisible();
  await expect(created.filter({ hasText: "(Replayed)" })).toContainText("Delivered");
  const told = receiver.told.filter(({ order }) => order === code);
  expect(new Set(told.map(({ id }) => id)).size).toBe(1);
  expect(told.length).toBe(3);

  await page.getByRole("button", { name: "Rotate secret" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Rotate secret" }).click();
  await expect(secret).toHaveValue(/^whsec_/);
  expect(await secret.inputValue()).not.toBe(first);
  await expect(page.getByText("The secret before also signs until")).toBeVisible();

  await page.getByRole("button", { name: "Disable webhook" }).click();
  await expect(state).toHaveText("Disabled");
  await expect(page.getByRole("button", { name: "Send test event" })).toBeHidden();
  await page.getByRole("button", { name: "Enable webhook" }).click();
  await expect(state).toHaveText("Active");

  await page.getByRole("link", { name: "Edit" }).click();
  await form.getByRole("textbox", { name: "Name" }).fill("Depot");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Depot" })).toBeVisible();

  await page.getByRole("button", { name: "Delete webhook" }).click();
  const remove = page.getByRole("dialog", { name: "Delete Depot" });
  await remove.getByRole("button", { name: "Delete webhook" }).click();
  await expect(page.getByText("There is no webhook yet")).toBeVisible();
  await page.goto("/setup/audit-log");
  const log = page.getByRole("table", { name: "Audit log" });
  for (const what of [
    "Webhook added",
    "Webhook changed",
    "Test event sent",
    "Events sent again",
    "Webhook deleted",
  ]) {
    await expect(log.getByRole("row").filter({ hasText: what })).toBeVisible();
  }
  await receiver.stop();
});

test("an operator cannot open webhooks", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  for (const path of ["/setup/webhooks", "/setup/webhooks/new"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Your role does not include this page" })).toBeVisible();
  }
});
