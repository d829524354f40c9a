import type { Page } from "@playwright/test";
import { enterGrid, grid, paste, path, press, saveAll } from "../fixtures/order-status";
import { expect, test } from "../fixtures/test";

// What a key does among 200 statuses, counted; how long it takes is measured by `npm run bench`.

/** Counts the rows that React draws anew, as its developer tools do: by what each commit says it worked on. */
async function watchRows(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    interface Fiber {
      flags: number;
      memoizedProps: Record<string, unknown> | null;
      child: Fiber | null;
      sibling: Fiber | null;
      alternate: Fiber | null;
    }
    const performedWork = 1;
    const drawn: string[] = [];
    const look = (fiber: Fiber): void => {
      const { gridId, row } = (fiber.memoizedProps ?? {}) as { gridId?: string; row?: { id: string } };
      if (gridId && row && fiber.flags & performedWork) drawn.push(row.id);
      if (fiber.child === fiber.alternate?.child) return;
      for (let child = fiber.child; child; child = child.sibling) look(child);
    };
    Object.assign(window, {
      drawn,
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        renderers: new Map(),
        inject: () => 1,
        onCommitFiberRoot: (_: number, root: { current: Fiber }) => look(root.current),
        onCommitFiberUnmount: () => {},
      },
    });
  });
  return () =>
    page.evaluate(() => {
      const { drawn } = window as unknown as { drawn: string[] };
      return drawn.splice(0).length;
    });
}

/** How many rows are drawn for each of these keys. */
async function rowsOfEachKey(page: Page, drawn: () => Promise<number>, keys: string): Promise<number[]> {
  const counts: number[] = [];
  await drawn();
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    counts.push(await drawn());
  }
  return counts;
}

test("a key among 200 statuses draws its own row anew and no other, also with a hundred faulty ones", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  const drawn = await watchRows(page);
  const descriptions = grid(page).getByRole("textbox", { name: "Description" });
  await page.goto(path);
  await enterGrid(page);
  const added = Array.from({ length: 192 }, (_, i) => `${i + 9}\tStatus ${i}`);
  await press(page, "Control+End", "Home");
  await paste(page, added.join("\n"));
  await expect(page.getByText("Pasted: 0 statuses changed, 192 added: Status 0,")).toBeAttached();
  await saveAll(page, "Order statuses saved");
  await page.reload();
  await expect(descriptions).toHaveCount(201);
  let first = 0;
  const drawnAtFirst = async () => {
    first += await drawn();
    return first;
  };
  await expect.poll(drawnAtFirst, "all of them at first").toBeGreaterThanOrEqual(201);

  await descriptions.nth(100).click();
  await page.keyboard.press("End");
  // The first key makes it a changed row; the ones after it are the rule.
  await page.keyboard.press("x");
  expect(await rowsOfEachKey(page, drawn, "yzyzyzyz")).toEqual(Array(8).fill(1));

  await enterGrid(page);
  await press(page, "ArrowRight");
  await paste(page, added.map((_, i) => (i < 100 ? "Twice" : `Renamed ${i}`)).join("\n"));
  await expect(page.getByText("Pasted: 192 statuses changed, 0 added.")).toBeAttached();
  await press(page, "Control+s");
  await expect(page.getByRole("alert").filter({ hasText: "Nothing was saved" })).toBeVisible();
  await descriptions.nth(150).click();
  await page.keyboard.press("End");
  await page.keyboard.press("x");
  expect(await rowsOfEachKey(page, drawn, "yzyzyzyz")).toEqual(Array(8).fill(1));
});

test("of 200 statuses, only those in sight are laid out", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await page.goto(path);
  await enterGrid(page);
  await press(page, "Control+End", "Home");
  await paste(page, Array.from({ length: 192 }, (_, i) => `${i + 9}\tStatus ${i}`).join("\n"));
  await expect(page.getByText("Pasted: 0 statuses changed, 192 added: Status 0,")).toBeAttached();
  const laidOut = () =>
    grid(page)
      .getByRole("textbox", { name: "Description" })
      .evaluateAll(
        (boxes) => boxes.filter((box) => box.checkVisibility({ contentVisibilityAuto: true })).length,
      );
  await expect.poll(laidOut).toBeLessThan(100);
  expect(await laidOut()).toBeGreaterThan(5);
});
