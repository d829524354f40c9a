import { expect, inject, it } from "vitest";
import { unscoped } from "./db";
import { migrate } from "./migrations";
import { createScratchDatabase } from "./scratch-database";

it("has tables", async () => {
  expect(await unscoped().organization.count()).toBe(0);
});
it("applies everything once, also when several machines start at once", async () => {
  const database = await createScratchDatabase(inject("database").server);
  try {
    const applied = await Promise.all([1, 2, 3].map(() => migrate(database.url)));
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
  } finally {
    await database.drop();
  }
});
