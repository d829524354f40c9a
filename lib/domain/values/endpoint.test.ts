import { expect, test } from "vitest";
import { endpointProblem } from "./endpoint";

test.each([
  ["https://vendor.example.com/orders?region=eu", null, null],
  ["http://127.0.0.1:4000/", "https", null],
  ["http://localhost:4000/", "https", null],
  ["http://[::1]:4000/", "https", null],
  ["http://vendor.example.com/", "https", "https"],
  ["http://127.0.0.1.example.com/", "https", "https"],
  ["http://localhost.example.com/", "https", "https"],
  ["https://user:word@vendor.example.com/", "secret", "secret"],
  ["ftp://vendor.example.com/", "https", "https"],
  ["vendor.example.com", "https", "https"],
  ["", "https", "https"],
  ["https://localhost/", "outside", null],
  ["https://shop.localhost./", "outside", null],
  ["https://127.0.0.1:8443/", "outside", null],
  ["https://2130706433/", "outside", null],
  ["https://[::1]/", "outside", null],
  ["https://0.0.0.0/", "outside", "outside"],
  ["https://[::]/", "outside", "outside"],
  ["https://[::ffff:127.0.0.1]/", "outside", "outside"],
  ["https://169.254.169.254/latest/meta-data", "outside", "outside"],
  ["https://[fe80::1]/", "outside", "outside"],
  ["https://127.0.0.1.example.com/", null, null],
  ["https://10.1.2.3/", null, null],
])("%s", (address, usually, onThisMachine) => {
  for (const [loopback, expected] of [
    [false, usually],
    [true, onThisMachine],
  ] as const) {
    const problem = endpointProblem(address, { loopback });
    if (expected === null) expect(problem).toBeNull();
    else expect(problem).toContain(expected);
  }
});
