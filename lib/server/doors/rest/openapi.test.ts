import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect, test } from "vitest";
import { endpoints } from "./endpoints";
import { openApiDocument } from "./openapi";
import { apiVersion, daysOfNotice } from "./version";

test("the OpenAPI document has no fault that its linter knows of", async () => {
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lintFromString({ source: JSON.stringify(openApiDocument()), config });
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
    [],
  );
});

test("each operation has a name of its own", () => {
  const { paths } = openApiDocument() as { paths: Record<string, Record<string, { operationId: string }>> };
  const names = Object.values(paths).flatMap((operations) =>
    Object.values(operations).map(({ operationId }) => operationId),
  );
  expect(new Set(names).size).toBe(names.length);
});

test("each deprecated call stays for the promised time, and something takes its place", () => {
  const deprecated = endpoints.flatMap((endpoint) => (endpoint.deprecated ? [endpoint.deprecated] : []));
  expect(deprecated.length).toBeGreaterThan(0);
  for (const { since, sunset, instead } of deprecated) {
    expect((Date.parse(sunset) - Date.parse(since)) / 86_400_000).toBeGreaterThanOrEqual(daysOfNotice);
    expect(endpoints.map(({ path }) => path)).toContain(instead.split("?")[0]);
    expect(since <= apiVersion).toBe(true);
  }
});
