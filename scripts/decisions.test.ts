import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const folder = path.join(import.meta.dirname, "../docs/decisions");
const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
const files = readdirSync(folder).filter((file) => file !== "README.md");
const title = (file: string) => /^# \d{4}-\d\d-\d\d: (.+)\n/.exec(read(file))?.[1];

/** Returns the text below a heading, up to the next one. */
const section = (file: string, heading: string) =>
  read(file).split(`\n## ${heading}\n`)[1]?.split("\n## ")[0]?.trim() ?? "";

describe.each(files)("the decision record %s", (file) => {
  it("is named by its date, which its title repeats", () => {
    expect(read(file).startsWith(`# ${file.slice(0, 10)}: `)).toBe(true);
  });

  it("says whether it still holds, and links the record that supersedes it", () => {
    const [, status = ""] = /^# .+\n\n\*\*Status\*\*: (.+)\n\n/.exec(read(file)) ?? [];
    const superseding = /^(?:superseded|accepted, superseded in part) by \[(.+)\]\((.+\.md)\)$/.exec(status);
    if (!superseding) return expect(status).toBe("accepted");
    const [, name, link = ""] = superseding;
    expect(existsSync(path.join(folder, link)) && title(link)).toBe(name);
    expect(link > file).toBe(true);
  });

  it("names the option that was chosen and at least one that was not, each with its reason", () => {
    const options = section(file, "Options considered").split(/^- /m).slice(1);
    const chosen = options.filter((option) => option.includes("** (chosen)"));
    expect(chosen).toHaveLength(1);
    expect(options.length).toBeGreaterThan(1);
    expect(options.filter((option) => !/^\*\*[^*]+\*\*( \([^)]+\))?:\s+\S/.test(option))).toEqual([]);
  });

  it("says what was decided", () => {
    expect(section(file, "Decision")).toMatch(/\.$/m);
  });
});

it("lists each record once, with its date, title and whether a part is superseded", () => {
  const listed = section("README.md", "Records").split("\n");
  expect(listed).toEqual(
    files.map((file) => {
      const inPart = read(file).includes("superseded in part") ? " (superseded in part)" : "";
      return `- ${file.slice(0, 10)}: [${title(file)}](${file})${inPart}`;
    }),
  );
});
