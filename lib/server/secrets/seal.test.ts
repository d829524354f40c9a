import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { keysOf } from "./keys";
import { seal, unsealed } from "./seal";

const [here, there] = [crypto.randomUUID(), crypto.randomUUID()];
const [first, second] = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64url")];
const keys = keysOf([first]);

test("a secret is opened as it was sealed, and never looks the same twice", async () => {
  const sealed = [await seal(here, "vendor", "päss 🙂", keys), await seal(here, "vendor", "päss 🙂", keys)];
  expect(sealed[0]).not.toBe(sealed[1]);
  for (const one of sealed) expect(await unsealed(here, "vendor", one, keys)).toBe("päss 🙂");
});

test("it opens for no other row", async () => {
  const sealed = await seal(here, "vendor", "secret", keys);
  expect(await unsealed(there, "vendor", sealed, keys)).toBeNull();
  expect(await unsealed(here, "webhook", sealed, keys)).toBeNull();
});

test("what was changed opens no more, nor what was never sealed", async () => {
  const sealed = await seal(here, "vendor", "secret", keys);
  for (let at = 0; at < sealed.length; at += 7) {
    const changed = `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
    expect(await unsealed(here, "vendor", changed, keys), `changed at ${at}`).toBeNull();
  }
  expect(await unsealed(here, "vendor", "secret", keys)).toBeNull();
});

test("keys change over: the first one seals, and all of them open", async () => {
  const [old, both, renewed] = [keys, keysOf([second, first]), keysOf([second])];
  const [before, after] = [await seal(here, "vendor", "a", old), await seal(here, "vendor", "b", both)];
  expect([await unsealed(here, "vendor", before, both), await unsealed(here, "vendor", after, both)]).toEqual(
    ["a", "b"],
  );
  expect([
    await unsealed(here, "vendor", before, renewed),
    await unsealed(here, "vendor", after, renewed),
  ]).toEqual([null, "b"]);
  expect(() => keysOf([])).toThrow("SECRETS_KEY is not set");
});
