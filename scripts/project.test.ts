import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const { version, license, engines } = JSON.parse(read("package.json"));

describe("the changelog", () => {
  const released = [...read("CHANGELOG.md").matchAll(/^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$/gm)];

  it("begins with what is not released, and then with the version of package.json", () => {
    const headings = [...read("CHANGELOG.md").matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings.slice(0, 2)).toEqual(["[Unreleased]", expect.stringContaining(`[${version}] - `)]);
    expect(JSON.parse(read("package-lock.json")).version).toBe(version);
  });

  it("tells releases from the newest to the oldest", () => {
    const days = released.map(([, , day]) => day);
    expect(days).toEqual([...days].sort().reverse());
  });

  it("sorts what is new by kind", () => {
    const kinds = [...read("CHANGELOG.md").matchAll(/^### (.*)$/gm)].map(([, kind]) => kind);
    expect(["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]).toEqual(
      expect.arrayContaining(kinds),
    );
  });
});

it("names the licence in package.json that LICENSE gives", () => {
  expect(license).toBe("MIT");
  expect(read("LICENSE")).toContain("MIT License\n\nCopyright (c) 2026 Order Desk contributors");
});

it("holds no leftover of a merge in any of its pages", () => {
  const pages = readdirSync(root).filter((file) => file.endsWith(".md"));
  const docs = readdirSync(path.join(root, "docs"), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".md"),
  );
  for (const file of [...pages, ...docs.map((one) => `docs/${one}`)]) {
    expect(read(file), file).not.toMatch(/^(<{7}|={7}$|>{7})/m);
  }
});

it("makes keys for the organization that the demo has, wherever a page says how", () => {
  const [, demo] = /const demo = \{ name: "([^"]+)"/.exec(read("prisma/seed.ts")) ?? [];
  const pages = ["README.md", "docs/moving-in.md", "docs/examples/README.md"];
  for (const page of pages) {
    const named = [...read(page).matchAll(/api-key:create -- --organization "([^"]+)"/g)];
    expect(new Set(named.map(([, name]) => name)), page).toEqual(new Set([demo]));
  }
});

it("names files that exist on its page about security", () => {
  const page = read("docs/security.md");
  const named = [...page.matchAll(/`((?:app|components|docs|e2e|lib|prisma|scripts|\.github)\/[^`]+)`/g)];
  expect(named.length).toBeGreaterThan(40);
  expect(named.flatMap(([, file = ""]) => (existsSync(path.join(root, file)) ? [] : [file]))).toEqual([]);
});

describe("the workflows", () => {
  const folder = ".github/workflows";
  const workflows = readdirSync(path.join(root, folder)).map((file) => read(`${folder}/${file}`));

  it("name each action by its commit, since a tag can be moved", () => {
    const actions = workflows.flatMap((text) =>
      [...text.matchAll(/uses: *(.*)/g)].map(([, action]) => action),
    );
    expect(actions).not.toEqual([]);
    expect(actions.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d/.test(action ?? ""))).toEqual([]);
  });

  it("may read the repository and nothing else", () => {
    for (const text of workflows) {
      expect(text.match(/^permissions:\n {2}contents: read$/gm)).toHaveLength(1);
      expect(text).not.toMatch(/: write/);
    }
  });

  it("test the oldest Node.js that engines allows, and the one that developers use", () => {
    const tested = /node: \[(.*)\]/.exec(read(`${folder}/test.yml`))?.[1]?.split(", ");
    expect(tested).toContain(/\d+/.exec(engines.node)?.[0]);
    expect(tested).toContain(read(".nvmrc").trim());
  });
});
