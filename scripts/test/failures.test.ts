import { expect, it } from "vitest";
import { browserFailures, describeFailures, vitestFailures } from "./failures.mjs";

const red = (text: string) => `\u001b[31m${text}\u001b[39m`;

it("lists each failed test of Vitest with its error, and a file that broke before its first test", () => {
  const report = {
    testResults: [
      {
        name: "/desk/lib/a.test.ts",
        status: "failed",
        message: "",
        assertionResults: [
          { status: "passed", fullName: "adds", failureMessages: [] },
          { status: "failed", fullName: "sums up", failureMessages: [red("expected 3 to be 4")] },
        ],
      },
      { name: "/desk/lib/b.test.ts", status: "failed", message: "Cannot find module", assertionResults: [] },
      { name: "/desk/lib/c.test.ts", status: "passed", message: "", assertionResults: [] },
    ],
  };
  expect(vitestFailures(report, "/desk")).toEqual([
    { where: "lib/a.test.ts › sums up", error: "expected 3 to be 4" },
    { where: "lib/b.test.ts › the file itself", error: "Cannot find module" },
  ]);
});

it("lists each failed test of Playwright with its error and its trace, however deep it is grouped", () => {
  const ran = (status: string, trace?: string) => ({
    status: status === "passed" ? "expected" : "unexpected",
    results: [
      {
        status,
        errors: status === "passed" ? [] : [{ message: red("Timed out"), stack: "Error: Timed out" }],
        attachments: trace ? [{ name: "trace", path: trace }] : [],
      },
    ],
  });
  const spec = (title: string, test: object) => ({
    file: "orders/orders.spec.ts",
    line: 7,
    title,
    tests: [test],
  });
  const report = {
    errors: [{ message: "npm start ended with exit code 1" }],
    suites: [
      {
        specs: [spec("passes", ran("passed"))],
        suites: [{ specs: [spec("is sold", ran("timedOut", "/desk/test-results/is-sold/trace.zip"))] }],
      },
    ],
  };
  expect(browserFailures(report, "/desk")).toEqual([
    { where: "browser › the run itself", error: "npm start ended with exit code 1" },
    {
      where: "e2e/orders/orders.spec.ts:7 › is sold",
      error: "Error: Timed out",
      trace: "test-results/is-sold/trace.zip",
    },
  ]);
});

it("writes failures as paragraphs that name the trace's command", () => {
  const failures = [
    { where: "a › b", error: "one\ntwo", trace: "test-results/b/trace.zip" },
    { where: "c › d", error: "" },
  ];
  expect(describeFailures(failures)).toBe(
    [
      "✗ a › b\n\n    one\n    two\n\n    See what the browser did: npx playwright show-trace test-results/b/trace.zip",
      "✗ c › d\n\n    It ended without an error of its own.",
    ].join("\n\n"),
  );
});
