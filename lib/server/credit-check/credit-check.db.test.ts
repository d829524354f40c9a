import { beforeAll, expect, test } from "vitest";
import { ZodError } from "zod";
import { read } from "../kernel/db";
import { Conflict, Forbidden } from "../kernel/errors";
import { unsealed } from "../secrets/seal";
import { makeOrganization, type TestOrganization, value } from "../testing/factories/basics";
import { saveCreditCheck } from "./commands/save-credit-check";
import { getCreditCheck } from "./queries/get-credit-check";

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

const input = { enabled: true, endpoint: "https://agency.example.com/credit", timeoutSeconds: 5 };
const secretOf = async (organization: TestOrganization) =>
  unsealed(
    organization.organizationId,
    "credit_check",
    (await read(organization.as.operator).creditCheck.findFirst())?.secret ?? "",
  );

test("it is off until somebody sets it up; its secret is answered when it is made, and never again", async () => {
  expect(await getCreditCheck(here.as.administrator)).toBeNull();
  const { secret } = value(await saveCreditCheck(here.as.administrator, input));
  expect(secret).toHaveLength(43);
  expect(await getCreditCheck(here.as.administrator)).toEqual({ ...input, version: 1 });
  expect(await getCreditCheck(there.as.administrator)).toBeNull();

  const off = { ...input, enabled: false, version: 1 };
  expect(value(await saveCreditCheck(here.as.administrator, off))).toEqual({ secret: null });
  expect(await secretOf(here)).toBe(secret);
  const renewed = value(
    await saveCreditCheck(here.as.administrator, { ...input, renewSecret: true, version: 2 }),
  );
  expect(renewed.secret).not.toBe(secret);
  expect(await secretOf(here)).toBe(renewed.secret);

  const entries = await read(here.as.administrator).event.findMany({
    where: { kind: "credit_check.saved" },
    orderBy: { id: "asc" },
  });
  expect(entries.map(({ before, after }) => [before, after])).toEqual([
    [null, { ...input, secretReplaced: true }],
    [input, { ...input, enabled: false }],
    [
      { ...input, enabled: false },
      { ...input, secretReplaced: true },
    ],
  ]);
});

test("of two who save at once, one is told", async () => {
  const organization = await makeOrganization();
  const save = (version: number | null) =>
    Promise.allSettled(
      [1, 2].map(() => saveCreditCheck(organization.as.administrator, { ...input, version })),
    );
  for (const version of [null, 1]) {
    const answers = await save(version);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({
      reason: expect.any(Conflict),
    });
  }
});

test("refuses an address in the clear, what is no address, and who may not", async () => {
  const plain = await saveCreditCheck(there.as.administrator, {
    ...input,
    endpoint: "http://agency.example.com",
  });
  expect(plain).toMatchObject({ ok: false, refusal: { path: "endpoint" } });
  for (const change of [
    { endpoint: "" },
    { timeoutSeconds: 0 },
    { secret: "short" },
    { enabled: "perhaps" },
  ]) {
    const attempt = saveCreditCheck(there.as.administrator, { ...input, ...change });
    await expect(attempt).rejects.toThrow(ZodError);
  }
  for (const role of ["operator", "manager", "customer", "reseller"] as const) {
    await expect(saveCreditCheck(there.as[role], input)).rejects.toThrow(Forbidden);
    await expect(getCreditCheck(there.as[role])).rejects.toThrow(Forbidden);
  }
});
