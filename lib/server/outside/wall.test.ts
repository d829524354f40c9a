import type dns from "node:dns";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fetch } from "undici";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mayCall, Walled, walledAgent } from "./wall";

const closed = { loopback: false, allow: [] };

test.each([
  ["8.8.8.8", true],
  ["2a00:1450:4001:80b::200e", true],
  ["127.0.0.1", false],
  ["127.9.9.9", false],
  ["::1", false],
  ["0.0.0.0", false],
  ["::", false],
  ["10.1.2.3", false],
  ["172.16.0.1", false],
  ["172.32.0.1", true],
  ["192.168.1.1", false],
  ["169.254.169.254", false],
  ["100.64.0.1", false],
  ["192.0.2.1", false],
  ["198.18.0.1", false],
  ["198.51.100.7", false],
  ["203.0.113.7", false],
  ["192.88.99.1", false],
  ["224.0.0.1", false],
  ["240.0.0.1", false],
  ["255.255.255.255", false],
  ["::ffff:10.1.2.3", false],
  ["::ffff:8.8.8.8", true],
  ["fc00::1", false],
  ["fd12:3456::1", false],
  ["fe80::1", false],
  ["fec0::1", false],
  ["ff02::1", false],
  ["64:ff9b::a01:203", false],
  ["64:ff9b:1::1", false],
  ["2001:db8::1", false],
  ["2001::1", false],
  ["2002:a01:203::1", false],
  ["100::1", false],
  ["3fff::1", false],
  ["5f00::1", false],
  ["nonsense", false],
  ["", false],
])("%s may be called: %s", (address, allowed) => {
  expect(mayCall(address, closed)).toBe(allowed);
});

test("this machine may be called by the demo, and what a deployment allows", () => {
  expect(mayCall("127.0.0.1", { loopback: true, allow: [] })).toBe(true);
  expect(mayCall("::1", { loopback: true, allow: [] })).toBe(true);
  expect(mayCall("10.0.0.1", { loopback: true, allow: [] })).toBe(false);
  const allow = ["10.1.0.0/16", "192.168.5.7", "fd00:1::/32"];
  for (const inside of ["10.1.2.3", "::ffff:10.1.2.3", "192.168.5.7", "fd00:1::9"])
    expect([inside, mayCall(inside, { loopback: false, allow })]).toEqual([inside, true]);
  for (const outside of ["10.2.0.1", "192.168.5.8", "fd00:2::9", "127.0.0.1"])
    expect([outside, mayCall(outside, { loopback: false, allow })]).toEqual([outside, false]);
});

let heard = 0;
const server = createServer((_, response) => {
  heard++;
  response.end("Private");
});
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** Resolves every name to the next of these addresses, as a name server of an attacker would. */
function resolvingTo(...answers: string[]): { resolve: typeof dns.lookup; asked: () => number } {
  let asked = 0;
  const resolve = (_: string, __: object, callback: (error: null, found: dns.LookupAddress[]) => void) => {
    const address = answers[Math.min(asked++, answers.length - 1)] ?? "";
    callback(null, [{ address, family: address.includes(":") ? 6 : 4 }]);
  };
  return { resolve: resolve as typeof dns.lookup, asked: () => asked };
}
const call = (dispatcher: ReturnType<typeof walledAgent>) =>
  fetch(`http://service.example:${(server.address() as AddressInfo).port}/`, { dispatcher });

test("a name that leads to a private service is not called, whatever it led to before", async () => {
  const { resolve } = resolvingTo("127.0.0.1");
  const error = await call(walledAgent(closed, resolve)).catch((failure) => failure);
  expect(error.cause).toBeInstanceOf(Walled);
  expect(heard).toBe(0);
});

test("a call goes to the very address that was checked, so that a second answer changes nothing", async () => {
  const { resolve, asked } = resolvingTo("127.0.0.1", "192.168.99.99");
  const agent = walledAgent({ loopback: true, allow: [] }, resolve);
  expect(await (await call(agent)).text()).toBe("Private");
  expect([heard, asked()]).toEqual([1, 1]);
  await agent.close();
});
