import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { silenceWords } from "@/lib/domain/refusing/silence";
import { seal } from "../secrets/seal";
import { ask, type Party } from "./ask";
import { isSigned, makeSecret, signatureHeader, timestampHeader } from "./signature";

beforeAll(() => {
  process.env.EMBEDDED_DATABASE = "true";
  process.env.SECRETS_KEY = randomBytes(32).toString("base64");
});
let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

const secret = makeSecret();
const organizationId = crypto.randomUUID();
const partyAt = async (endpoint: string, timeoutSeconds: number): Promise<Party> => ({
  ...{ organizationId, of: "vendor", endpoint, timeoutSeconds },
  secret: await seal(organizationId, "vendor", secret),
});
const Answer = z.object({ status: z.literal("fine") });

async function askWho(
  answers: RequestListener,
  more: { signal?: AbortSignal; timeoutSeconds?: number } = {},
) {
  const { signal, timeoutSeconds = 60 } = more;
  server = createServer(answers).listen(0, "127.0.0.1");
  await once(server, "listening");
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const question = { how: "are you" };
  return ask(await partyAt(endpoint, timeoutSeconds), question, Answer, {
    idempotencyKey: "key",
    ...(signal && { signal }),
  });
}

const says =
  (status: number, text: string, headers = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(text);

test("an answer is understood, and the question is signed and keyed", async () => {
  let understood = false;
  const heard = await askWho(async (request, response) => {
    const body = (await request.toArray()).join("");
    const { [timestampHeader]: timestamp, [signatureHeader]: signature } = request.headers;
    const message = { body, timestamp: String(timestamp), signature: String(signature) };
    understood = isSigned(secret, message, new Date()) && request.headers["idempotency-key"] === "key";
    response.end('{"status":"fine","more":"than wanted"}');
  });
  expect(heard).toEqual({ heard: true, answer: { status: "fine" } });
  expect(understood).toBe(true);
});

test.each([
  ["a refusal", says(422, "no"), "answered with status 422", true],
  ["a wrong signature", says(401, ""), "answered with status 401", true],
  ["too many calls", says(429, ""), "answered with status 429", false],
  ["a fault of theirs", says(503, ""), "answered with status 503", false],
  [
    "another address",
    says(302, "", { location: "https://elsewhere.example.com" }),
    "answered with status 302",
    true,
  ],
  ["no JSON", says(200, "<html>"), "gave an answer that could not be understood", false],
  ["other JSON", says(200, '{"status":"odd"}'), "gave an answer that could not be understood", false],
  ["an endless answer", says(200, " ".repeat(70_000)), "gave too long an answer", false],
  ["silence", () => {}, "did not answer within 1 second", false],
  ["half an answer", (_, response) => response.write("{"), "did not answer within 1 second", false],
  ["a hang-up", (request) => request.destroy(), "could not be reached", false],
] satisfies [string, RequestListener, string, boolean][])(
  "%s is said as it is",
  async (_, answers, why, permanent) => {
    const silent = why.startsWith("did not answer");
    const answer = await askWho(answers, silent ? { timeoutSeconds: 1 } : {});
    expect(answer).toMatchObject({ heard: false, permanent });
    expect(answer.heard || silenceWords(answer.silence)).toBe(why);
  },
);

test("who is told to stop stops, and says nothing", async () => {
  const stop = new AbortController();
  const asking = askWho(() => stop.abort(), { signal: stop.signal });
  await expect(asking).rejects.toThrow(/aborted/);
});

test("an address in the clear is not called", async () => {
  const party = await partyAt("http://vendor.example.com/", 1);
  expect(await ask(party, {}, Answer)).toMatchObject({ heard: false, permanent: true });
});

test("a party whose secret cannot be read is not called", async () => {
  const party = { ...(await partyAt("http://127.0.0.1:9/", 1)), organizationId: crypto.randomUUID() };
  const silence = { is: "secret_unreadable" };
  expect(await ask(party, {}, Answer)).toEqual({ heard: false, silence, permanent: true });
});
