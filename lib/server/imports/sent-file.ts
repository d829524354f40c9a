import "server-only";
import { createHash } from "node:crypto";
import { importLimits } from "@/lib/domain/imports/import";
import { FileNotRead } from "./file-not-read";

/** Holds a file that somebody sends, which is read once and piece by piece, so that its size takes no memory. */
export class SentFile {
  readonly #body: AsyncIterable<Uint8Array>;
  readonly #hash = createHash("sha256");

  constructor(body: AsyncIterable<Uint8Array>) {
    this.#body = body;
  }

  /** Reads the file as UTF-8, with or without its mark. @throws FileNotRead */
  async *texts(): AsyncGenerator<string> {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let length = 0;
    for await (const bytes of this.#body) {
      length += bytes.length;
      if (length > importLimits.bytes)
        throw new FileNotRead({ reason: "too_large", most: importLimits.bytes });
      this.#hash.update(bytes);
      yield decoded(() => decoder.decode(bytes, { stream: true }));
    }
    yield decoded(() => decoder.decode());
  }

  /** Stands for the file where a repeated request is recognized by what it sent, once the file was read. */
  toJSON(): string {
    return this.#hash.copy().digest("hex");
  }
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch (error) {
    if (error instanceof TypeError) throw new FileNotRead({ reason: "not_utf8" });
    throw error;
  }
}
