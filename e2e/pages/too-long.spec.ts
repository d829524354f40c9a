import { openNewOrder } from "../fixtures/orders";
import { expect, test } from "../fixtures/test";

const tooLong = "x".repeat(2_001);

test("a comment that is too long is kept whole, and answered beside its field", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const [product] = organization.products;
  const code = await openNewOrder(page, organization.accounts[0], [{ product }]);
  const comment = page.getByRole("dialog").getByRole("textbox", { name: "Comment" });
  const refused = async () => {
    await expect(comment).toHaveAccessibleDescription(/Use at most 2,000 characters\./);
    await expect(comment).toHaveValue(tooLong);
  };

  await page.getByRole("button", { name: "Cancel order" }).click();
  await comment.fill(tooLong);
  await page.getByRole("dialog").getByRole("button", { name: "Cancel order" }).click();
  await refused();

  await page.goto("/orders");
  await page.getByRole("checkbox", { name: `Select ${code}` }).check();
  await page.getByRole("button", { name: "Actions" }).click();
  await page.getByRole("menuitem", { name: /Cancel/ }).click();
  await comment.fill(tooLong);
  await page.getByRole("dialog").getByRole("button", { name: "Cancel 1 order" }).click();
  await refused();
  await comment.fill("Now it fits");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel 1 order" }).click();
  await expect(page.getByRole("link", { name: "Show progress" })).toBeVisible();
});
