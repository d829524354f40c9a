import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isSigned, makeSecret, signatureHeader, signed, timestampHeader } from "./signature";

const now = new Date("2026-03-01T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const secret = makeSecret();
const body = '{"type":"provision"}';
const headers = signed(secret, body, now);
const message = {
  body,
  timestamp: headers[timestampHeader] ?? null,
  signature: headers[signatureHeader] ?? null,
};

test("is an HMAC-SHA-256 over time and body, as a vendor would compute it", () => {
  const hex = createHmac("sha256", secret).update(`${message.timestamp}.${body}`).digest("hex");
  expect(message).toEqual({ body, timestamp: "1772359200", signature: `v1=${hex}` });
});

test("holds for five minutes either way", () => {
  for (const seconds of [0, 299, -299]) expect(isSigned(secret, message, later(seconds))).toBe(true);
  for (const seconds of [301, -301, 86_400]) expect(isSigned(secret, message, later(seconds))).toBe(false);
});

describe("is refused", () => {
  test.each([
    ["another body", { body: `${body} ` }],
    ["another time", { timestamp: "1772359201" }],
    ["no time", { timestamp: null }],
    ["a time that is none", { timestamp: "now" }],
    ["no signature", { signature: null }],
    ["a signature of another length", { signature: "v1=00" }],
    ["another signature", { signature: `v1=${"0".repeat(64)}` }],
  ])("with %s", (_, change) => {
    expect(isSigned(secret, { ...message, ...change }, now)).toBe(false);
  });

  test("with another secret", () => {
    expect(isSigned(makeSecret(), message, now)).toBe(false);
  });
});
