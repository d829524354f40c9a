import { expect, test } from "vitest";
import { readText, TooLong } from "./read-text";

const endless = () => {
  let sent = 0;
  let stopped = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1024;
      controller.enqueue(new Uint8Array(1024));
    },
    cancel: () => {
      stopped = true;
    },
  });
  return { body, sent: () => sent, stopped: () => stopped };
};

test("reads what is short enough, whole", async () => {
  expect(await readText(new Response("grün 🙂").body, 10)).toBe("grün 🙂");
  expect(await readText(null, 10)).toBe("");
});

test("stops reading where it becomes too long, whatever was announced", async () => {
  const source = endless();
  await expect(readText(source.body, 10_000)).rejects.toThrow(TooLong);
  expect(source.sent()).toBeLessThan(20_000);
  expect(source.stopped()).toBe(true);
  await expect(readText(new Response("12345678901").body, 10)).rejects.toThrow(TooLong);
});
