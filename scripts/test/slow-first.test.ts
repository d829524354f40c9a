import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { slow } from "./slow-first.mjs";

test("every file that begins first is there under its name", () => {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).map((file) => `lib/${file}`);
  expect(slow.filter((name) => !files.some((file) => file.endsWith(name)))).toEqual([]);
});
