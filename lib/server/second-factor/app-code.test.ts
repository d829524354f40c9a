import { Secret, TOTP } from "otpauth";
import { expect, test } from "vitest";
import { makeAppSecret, setupUri, stepOfCode } from "./app-code";

/** The shared secret and codes of RFC 6238, appendix B, of which apps show the last six digits. */
const secret = Secret.fromUTF8("12345678901234567890").base32;
const at = (seconds: number) => new Date(seconds * 1000);

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_234_567_890, "005924"],
  [20_000_000_000, "353130"],
])("at second %d the code is %s", (seconds, code) => {
  expect(stepOfCode(secret, code, at(seconds))).toBe(Math.floor(seconds / 30));
});

test("a code counts half a minute early and late, as of its own step, and no longer", () => {
  const step = Math.floor(1_234_567_890 / 30);
  expect(stepOfCode(secret, "005924", at((step - 1) * 30))).toBe(step);
  expect(stepOfCode(secret, "005924", at((step + 2) * 30 - 1))).toBe(step);
  expect(stepOfCode(secret, "005924", at((step - 1) * 30 - 1))).toBeNull();
  expect(stepOfCode(secret, "005924", at((step + 2) * 30))).toBeNull();
});

test("a secret has 160 bits and is another one each time", () => {
  const [one, other] = [makeAppSecret(), makeAppSecret()];
  expect(one).toMatch(/^[A-Z2-7]{32}$/);
  expect(one).not.toBe(other);
});

test("an app shows the organization and the address, whatever signs they have", () => {
  const uri = setupUri(secret, "Müller & Söhne: Berlin?", "ada@example.com");
  expect(new URL(uri).searchParams.get("issuer")).toBe("Müller & Söhne: Berlin?");
  expect(new URL(uri).searchParams.get("secret")).toBe(secret);
  expect(TOTP).toBeDefined();
});
