import { expect, test } from "vitest";
import { endpointProblem } from "./endpoint";

test.each([
  ["https://vendor.example.com/orders?region=eu", null, null],
  ["http://127.0.0.1:4000/", "not_https", null],
  ["http://localhost:4000/", "not_https", null],
  ["http://[::1]:4000/", "not_https", null],
  ["http://vendor.example.com/", "not_https", "not_https"],
  ["http://127.0.0.1.example.com/", "not_https", "not_https"],
  ["http://localhost.example.com/", "not_https", "not_https"],
  ["https://user:word@vendor.example.com/", "has_password", "has_password"],
  ["ftp://vendor.example.com/", "not_https", "not_https"],
  ["vendor.example.com", "not_https", "not_https"],
  ["", "not_https", "not_https"],
  ["https://localhost/", "this_machine", null],
  ["https://shop.localhost./", "this_machine", null],
  ["https://127.0.0.1:8443/", "this_machine", null],
  ["https://2130706433/", "this_machine", null],
  ["https://[::1]/", "this_machine", null],
  ["https://0.0.0.0/", "this_machine", "this_machine"],
  ["https://[::]/", "this_machine", "this_machine"],
  ["https://[::ffff:127.0.0.1]/", "this_machine", "this_machine"],
  ["https://169.254.169.254/latest/meta-data", "this_machine", "this_machine"],
  ["https://[fe80::1]/", "this_machine", "this_machine"],
  ["https://127.0.0.1.example.com/", null, null],
  ["https://10.1.2.3/", null, null],
])("%s", (address, usually, onThisMachine) => {
  for (const [loopback, expected] of [
    [false, usually],
    [true, onThisMachine],
  ] as const) {
    const problem = endpointProblem(address, { loopback });
    expect(problem).toBe(expected);
  }
});
