import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Package {
  optionalDependencies?: Record<string, string>;
}

/** npm drops other platforms' packages where it could not see them, and then `npm ci` refuses the lock file. */
it("package-lock.json names the packages of every platform", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const packages: Record<string, Package> = lock.packages;
  const missing = Object.entries(packages).flatMap(([user, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !places(user, name).some((place) => place in packages),
    ),
  );
  expect(missing).toEqual([]);
});

/** Returns where Node.js would look for a package that the one at `user` imports. */
function places(user: string, name: string): string[] {
  const parts = user.split("/node_modules/");
  return parts
    .map((_, depth) => `${parts.slice(0, depth + 1).join("/node_modules/")}/node_modules/${name}`)
    .concat(`node_modules/${name}`);
}
