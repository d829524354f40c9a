import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { licencesPage, lockedPackages } from "./lockfile";

const packages = lockedPackages(readFileSync("package-lock.json", "utf8"));
const named = (some: typeof packages) => some.map(({ name, version }) => `${name}@${version}`);

it("holds a hash for each package, so that no registry can hand out another one", () => {
  expect(
    named(packages.filter(({ integrity }) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ""))),
  ).toEqual([]);
});

it("names no registry, so that each machine takes its own", () => {
  expect(named(packages.filter(({ address }) => address !== undefined))).toEqual([]);
});

/** Lists the licences that let a company run and change the product. What is under another one needs a decision first. */
const accepted = [
  ...[
    "0BSD",
    "Apache-2.0",
    "BlueOak-1.0.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "CC-BY-4.0",
    "ISC",
    "MIT",
  ],
  ...["MIT-0", "OFL-1.1", "PSF-2.0", "Python-2.0", "Unlicense", "Zlib"],
  // The product calls these, and neither changes nor contains their sources.
  ...["EPL-2.0", "LGPL-3.0-or-later", "MPL-2.0"],
];

it("accepts the licence of each package", () => {
  const parts = (licence = "none") => licence.replace(/[()]/g, "").split(/ (?:AND|OR|and) /);
  const others = packages.filter(({ licence }) => !parts(licence).every((part) => accepted.includes(part)));
  expect(others.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
});

it("tells the licences of what the product contains, as npm run licences writes them", () => {
  expect(readFileSync("docs/licences.md", "utf8")).toBe(licencesPage(packages));
});
