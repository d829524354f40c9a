import "server-only";

/** Reports that someone outside sends more than the product accepts. */
export class TooLong extends Error {
  override name = "TooLong";
}

/** Reads a body up to a number of bytes, so that nobody can fill our memory. @throws TooLong */
export async function readText(body: ReadableStream<Uint8Array> | null, longest: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > longest) throw new TooLong(`More than ${longest} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
