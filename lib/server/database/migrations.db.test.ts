import { expect, inject, it } from "vitest";
import { migrate } from "./migrations";
import { createScratchDatabase } from "./scratch-database";

it("applies everything once, also when several machines start at once", async () => {
  const database = await createScratchDatabase(inject("database").server);
  try {
    const applied = await Promise.all([1, 2, 3].map(() => migrate(database.url)));
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await migrate(database.url)).toEqual([]);
  } finally {
    await database.drop();
  }
});
