import { beforeAll, describe, expect, test } from "vitest";
import { revokeApiKey } from "../../api-keys/commands/revoke-api-key";
import { rotateApiKey } from "../../api-keys/commands/rotate-api-key";
import { apiWith, expectProblem } from "../../testing/api";
import { makeApiKey } from "../../testing/factories/api-keys";
import { makeOrganization, type TestOrganization, value } from "../../testing/factories/basics";
import { answerTokenRequest } from "./token";

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

async function ask(fields: Record<string, string>, headers: Record<string, string> = {}) {
  const request = new Request("http://order-desk.test/api/oauth/token", {
    method: "POST",
    body: new URLSearchParams(fields),
    headers,
  });
  const response = await answerTokenRequest(request);
  expect(response.headers.get("cache-control")).toBe("no-store");
  return { status: response.status, body: await response.json() };
}

const grant = { grant_type: "client_credentials" };
const form = ({ id, secret }: { id: string; secret: string }) => ({
  ...grant,
  client_id: id,
  client_secret: secret,
});

describe("an access token", () => {
  test("is given for the id and secret of a key, in the form or in the header, and calls the API", async () => {
    const key = await makeApiKey(here, { scopes: ["order:read"] });
    const basic = `Basic ${Buffer.from(`${key.id}:${key.secret}`).toString("base64")}`;
    for (const { status, body } of [await ask(form(key)), await ask(grant, { authorization: basic })]) {
      expect(status).toBe(200);
      expect(body).toMatchObject({ token_type: "Bearer", expires_in: 3600, scope: "order:read" });
      expect(body.access_token).not.toContain(key.secret);
      const api = apiWith(body.access_token);
      expect((await api("GET", "/orders")).status).toBe(200);
      expectProblem(await api("GET", "/accounts"), 403, "forbidden");
    }
  });

  test("may do no more than its scope names, and a scope that the key does not have is refused", async () => {
    const key = await makeApiKey(here, { scopes: ["order:read", "account:read"] });
    const { body } = await ask({ ...form(key), scope: "order:read" });
    expect(body.scope).toBe("order:read");
    const api = apiWith(body.access_token);
    expect((await api("GET", "/orders")).status).toBe(200);
    expectProblem(await api("GET", "/accounts"), 403, "forbidden");

    const byRole = await ask({ ...form(await makeApiKey(here)), scope: "account:read  order:read" });
    expect(byRole.body.scope.split(" ").sort()).toEqual(["account:read", "order:read"]);
    expectProblem(await apiWith(byRole.body.access_token)("GET", "/products"), 403, "forbidden");
    for (const scope of ["user:save", "order:read user:save", "everything"]) {
      expect(await ask({ ...form(key), scope })).toMatchObject({
        status: 400,
        body: { error: "invalid_scope" },
      });
    }
  });

  test("ends with the secret that it was given for", async () => {
    const key = await makeApiKey(here);
    const { access_token: token } = (await ask(form(key))).body;
    const rotated = value(
      await rotateApiKey(here.as.administrator, { id: key.id, version: 1, overlap: "now" }),
    );
    expectProblem(await apiWith(token)("GET", "/orders"), 401, "unauthorized");
    const { access_token: next } = (await ask(form({ id: key.id, secret: rotated.secret ?? "" }))).body;
    expect((await apiWith(next)("GET", "/orders")).status).toBe(200);
    value(await revokeApiKey(here.as.administrator, { id: key.id }));
    expectProblem(await apiWith(next)("GET", "/orders"), 401, "unauthorized");
  });

  test("is no secret that gives another one, and none that somebody made up", async () => {
    const key = await makeApiKey(here);
    const { access_token: token } = (await ask(form(key))).body;
    expect((await ask(form({ id: key.id, secret: token }))).body.error).toBe("invalid_client");
    const [head, , ...rest] = token.split(".");
    for (const made of [`${head}..${rest.join(".")}x`, "a.b.c.d.e", "..", `${token}${token}`]) {
      expectProblem(await apiWith(made)("GET", "/orders"), 401, "unauthorized");
    }
  });

  test("is refused as OAuth names it", async () => {
    const [key, other] = [await makeApiKey(here), await makeApiKey(here)];
    const tries: [Record<string, string>, number, string][] = [
      [form({ id: other.id, secret: key.secret }), 401, "invalid_client"],
      [form({ id: key.id, secret: "od_nonsense" }), 401, "invalid_client"],
      [{ ...form(key), grant_type: "password" }, 400, "unsupported_grant_type"],
      [grant, 400, "invalid_request"],
      [{ ...form(key), grant_type: "" }, 400, "invalid_request"],
      [{ ...form(key), padding: "x".repeat(20_000) }, 413, "invalid_request"],
    ];
    for (const [fields, status, error] of tries) {
      expect(await ask(fields)).toMatchObject({ status, body: { error } });
    }
    const json = { method: "POST", body: "{}", headers: { "content-type": "application/json" } };
    expect((await answerTokenRequest(new Request("http://order-desk.test/", json))).status).toBe(400);
  });
});
