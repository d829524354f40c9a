import "server-only";

/** Reports that someone outside sends more than the product accepts. */
export class TooLong extends Error {
  override name = "TooLong";
}

/** Reads a body up to a number of bytes, so that nobody can fill our memory. @throws TooLong */
export async function readText(body: AsyncIterable<Uint8Array> | null, longest: number): Promise<string> {
  const { text, whole } = await readStart(body, longest);
  if (!whole) throw new TooLong(`More than ${longest} bytes`);
  return text;
}

/** Reads a body's first so many bytes, and says whether that is the whole. What follows is not waited for. */
export async function readStart(
  body: AsyncIterable<Uint8Array> | null,
  longest: number,
): Promise<{ text: string; whole: boolean }> {
  const chunks: Uint8Array[] = [];
  let left = longest;
  let whole = true;
  for await (const chunk of body ?? []) {
    chunks.push(chunk.subarray(0, left));
    whole = chunk.length <= left;
    if (!whole) break;
    left -= chunk.length;
  }
  return { text: Buffer.concat(chunks).toString("utf8"), whole };
}
