import { expect, test } from "vitest";
import { streamOf } from "./stream";

async function* parts() {
  for (let part = 1; part <= 5; part++) yield `${part}`;
}

test("a text is sent to its end", async () => {
  expect(await new Response(streamOf(parts())).text()).toBe("12345");
});

test("a text breaks off once it may not go on", async () => {
  let asked = 0;
  const stream = streamOf(parts(), async () => ++asked <= 2);
  await expect(new Response(stream).text()).rejects.toThrow("The session ended");
});
