import { beforeAll, expect, test } from "vitest";
import { read } from "../../kernel/db";
import { apiAs, expectProblem } from "../../testing/api";
import { makeOrganization, type TestOrganization } from "../../testing/factories/basics";
import { carryOut } from "../../testing/factories/imports";

let here: TestOrganization;
let api: Awaited<ReturnType<typeof apiAs>>;
beforeAll(async () => {
  here = await makeOrganization();
  api = await apiAs(here, "administrator");
});

const csv = { "content-type": "text/csv" };
const ndjson = { "content-type": "application/x-ndjson; charset=utf-8" };
const line = (externalId: string, name: string) => `${JSON.stringify({ externalId, name })}\n`;
const accounts = () => read(here.as.administrator).account.count();

test("a file is imported in the background, and each row is told", async () => {
  const sent = { headers: ndjson, text: line("a-1", "One") + line("a-2", "") + line("a-3", "Three") };
  const made = await api("POST", "/imports?subject=accounts&format=ndjson", sent);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ state: "running", rows: 3, failed: 1, fileName: "accounts.ndjson" });
  expect(made.headers.get("location")).toBe(`/api/v1/imports/${made.body.id}`);
  await carryOut(here.as.administrator, made.body.id);

  const ended = await api("GET", `/imports/${made.body.id}`);
  expect(ended.body).toMatchObject({ state: "finished", created: 2, failed: 1 });
  const first = await api("GET", `/imports/${made.body.id}/rows?limit=2`);
  const next = await api("GET", `/imports/${made.body.id}/rows?limit=2&cursor=${first.body.nextCursor}`);
  const rows = [...first.body.data, ...next.body.data];
  expect(rows.map(({ line, state }) => [line, state])).toEqual([
    [1, "created"],
    [2, "failed"],
    [3, "created"],
  ]);
  expect(rows[1].problems).toEqual([{ field: "name", line: null, message: "Enter a name." }]);
  const report = await api("GET", `/imports/${made.body.id}/report`);
  expect(report.headers.get("content-disposition")).toContain("attachment");
  expect(report.body.split("\r\n")).toHaveLength(5);
  expect((await api("GET", "/imports")).body.data[0].id).toBe(made.body.id);
});

test("a dry run checks a file, which can be started or canceled once", async () => {
  const before = await accounts();
  const path = "/imports?subject=accounts&format=csv&dryRun=true&fileName=move.csv";
  const made = await api("POST", path, { headers: csv, text: "externalId,name\nd-1,Dry\n" });
  expect([made.status, made.body.state, made.body.fileName]).toEqual([200, "checked", "move.csv"]);
  expect(await accounts()).toBe(before);
  const { id } = made.body;
  expect((await api("POST", `/imports/${id}/start?dryRun=true`)).body.state).toBe("checked");
  expect((await api("POST", `/imports/${id}/start`)).body.state).toBe("running");
  expectProblem(await api("POST", `/imports/${id}/start`), 409, "import_begun");
  expect((await api("POST", `/imports/${id}/cancel`)).body.state).toBe("canceled");
  expectProblem(await api("POST", `/imports/${id}/cancel`), 409, "import_ended");
});

test("a request that is sent again makes one import", async () => {
  const again = () =>
    api("POST", "/imports?subject=accounts&format=csv", {
      headers: { ...csv, "idempotency-key": "move-1" },
      text: "externalId,name\ni-1,Again\n",
    });
  const [first, second] = [await again(), await again()];
  expect(second.body.id).toBe(first.body.id);
  expect(second.headers.get("idempotent-replayed")).toBe("true");
});

test("what cannot be read is refused as a whole", async () => {
  const sent = { headers: csv, text: "name\nA\n" };
  const problem = expectProblem(
    await api("POST", "/imports?subject=accounts&format=csv", sent),
    422,
    "file_not_read",
  );
  expect(problem.errors[0].detail).toContain("externalId");
  expectProblem(await api("POST", "/imports?subject=accounts&format=csv", { body: {} }), 415, "not_a_file");
  expectProblem(await api("POST", "/imports?subject=shoes&format=csv", sent), 400, "invalid_parameter");
  expectProblem(await api("POST", "/imports?subject=accounts", sent), 400, "invalid_parameter");
  expectProblem(await api("GET", "/imports/nothing"), 404, "not_found");
});

test("a key needs the permission", async () => {
  const operator = await apiAs(here, "operator");
  const sent = { headers: csv, text: "externalId,name\np-1,P\n" };
  expectProblem(await operator("POST", "/imports?subject=accounts&format=csv", sent), 403, "forbidden");
  expectProblem(await operator("GET", "/imports"), 403, "forbidden");
});
