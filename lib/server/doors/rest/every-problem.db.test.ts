import { beforeAll, expect, test } from "vitest";
import { expectProblem } from "../../testing/api";
import { type Asking, makeAsking } from "../../testing/problems/asking";
import { byCalls } from "../../testing/problems/by-calls";
import { prepared } from "../../testing/problems/prepared";
import { endpoints } from "./endpoints";
import { problemsOfEndpoint } from "./problems-of-endpoint";

/** Provokes every problem that the API documents, through the API, so that none stands there which nobody can meet. */

let asking: Asking;
beforeAll(async () => {
  asking = await makeAsking();
});

test.each([...Object.entries(byCalls), ...Object.entries(prepared)])("%s", async (code, provoke) => {
  const answer = await provoke(asking);
  expect(answer.body.code, JSON.stringify(answer.body)).toBe(code);
  expectProblem(answer, answer.status, code);
});

test("there is no documented problem without a try", () => {
  const documented = new Set(
    endpoints.flatMap((endpoint) => problemsOfEndpoint(endpoint).map(({ code }) => code)),
  );
  expect([...Object.keys(byCalls), ...Object.keys(prepared)].toSorted()).toEqual([...documented].toSorted());
});
