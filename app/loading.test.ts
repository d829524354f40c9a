import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" });
const foldersWith = (name: string) =>
  files.filter((file) => path.basename(file) === name).map((file) => path.dirname(file));

// docs/decisions/2026-11-24-skeletons-of-what-is-there.md
test("a loading.tsx covers one page, which is there for everybody who may come by its layout", () => {
  const covering = foldersWith("loading.tsx");
  expect(covering.length).toBeGreaterThan(10);
  for (const folder of covering) {
    const covered = foldersWith("page.tsx").filter((page) => `${page}/`.startsWith(`${folder}/`));
    expect(covered).toEqual([folder]);
    expect(folder).not.toContain("[");
  }
});
