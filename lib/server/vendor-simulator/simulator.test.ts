import { expect, it } from "vitest";
import { signed } from "../outside/signature";
import { VendorSimulator } from "./simulator";

const secret = "a-secret-between-test-and-simulator";

it("keeps as many waiting as there are, without a warning of listeners that pile up", async () => {
  const warnings: string[] = [];
  const warn = ({ name }: Error) => warnings.push(name);
  process.on("warning", warn);
  const simulator = await VendorSimulator.start(secret);
  let waiting = 0;
  const allWait = new Promise<void>((resolve) => {
    simulator.onCall = () => void (++waiting === 20 && resolve());
  });
  const body = JSON.stringify({ type: "credit_check", amount: "1.00", currency: "EUR" });
  const headers = signed(secret, body, new Date());
  const ask = () =>
    fetch(simulator.url({ delayMs: 600_000 }), { method: "POST", body, headers }).then(
      () => "answered",
      () => "cut",
    );
  const asked = Array.from({ length: 20 }, ask);
  await allWait;
  await simulator.stop();
  expect(await Promise.all(asked)).toEqual(Array(20).fill("cut"));
  process.off("warning", warn);
  expect(warnings).toEqual([]);
});
