import path from "node:path";
import { stripVTControlCharacters } from "node:util";

/** Lists the failed tests of a report by Vitest: where each is, what it is called, and its whole error. */
export function vitestFailures(report, folder) {
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(folder, name);
    const failed = assertionResults
      .filter((test) => test.status === "failed")
      .map(({ fullName, failureMessages }) => failure(file, fullName, failureMessages));
    // This file broke before its first test.
    if (failed.length === 0 && status === "failed") return [failure(file, "the file itself", [message])];
    return failed;
  });
}

/** Lists the failed tests of a report by Playwright, each with the trace of its browser. */
export function browserFailures(report, folder) {
  const early = report.errors.map((error) => failure("browser", "the run itself", [textOf(error)]));
  return [
    ...early,
    ...report.suites.flatMap((suite) => specsOf(suite).flatMap((spec) => failedRuns(spec, folder))),
  ];
}

function failedRuns({ file, line, title, tests }, folder) {
  return tests
    .filter(({ status }) => status === "unexpected" || status === "flaky")
    .flatMap(({ results }) => results)
    .filter(({ status }) => status !== "passed" && status !== "skipped")
    .map(({ errors, attachments }) => {
      const trace = attachments.find(({ name }) => name === "trace")?.path;
      return {
        ...failure(`e2e/${file}:${line}`, title, errors.map(textOf)),
        ...(trace && { trace: path.relative(folder, trace) }),
      };
    });
}

const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

const textOf = ({ stack, message, value, snippet }) =>
  [stack ?? message ?? value, snippet].filter(Boolean).join("\n\n");

const failure = (file, title, errors) => ({
  where: `${file} › ${title}`,
  error: stripVTControlCharacters(errors.filter(Boolean).join("\n\n")),
});

/** Writes each failure as a paragraph for the end of the output. */
export function describeFailures(failures) {
  return failures
    .map(({ where, error, trace }) => {
      const look = trace ? `\n\nSee what the browser did: npx playwright show-trace ${trace}` : "";
      const text = `${error || "It ended without an error of its own."}${look}`;
      return `✗ ${where}\n\n${text.replace(/^(?=.)/gm, "    ")}`;
    })
    .join("\n\n");
}
