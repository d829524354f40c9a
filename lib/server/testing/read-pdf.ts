import { inflateSync } from "node:zlib";
import { extractText, getDocumentProxy } from "unpdf";
import type { BillingDocument } from "@/lib/domain/billing-document/billing-document";
import { documentPdf } from "../billing/document-pdf/document-pdf";

/** Holds a text on a page, with the corners of its box. */
export interface Placed {
  text: string;
  page: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface ReadPdf {
  /** Holds the text of each page, with ordinary spaces in place of non-breaking ones. */
  pages: string[];
  title: unknown;
  language: unknown;
  placed: Placed[];
  /** Holds the content streams that draw the pages, uncompressed. */
  drawn: string[];
}

/** Draws a document and reads it back, as a PDF reader does. */
export async function readBack(document: BillingDocument): Promise<ReadPdf> {
  const bytes = await documentPdf(document, new Date("2026-11-23T12:00:00Z"));
  const drawn = streamsOf(Buffer.from(bytes));
  const pdf = await getDocumentProxy(bytes);
  const { text } = await extractText(pdf);
  const { info } = await pdf.getMetadata();
  const { Title, Language } = info as { Title?: unknown; Language?: unknown };
  const placed: Placed[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    for (const item of items) {
      if (!("str" in item) || item.str.trim() === "") continue;
      const [, , , size = 0, left = 0, baseline = 0] = item.transform as number[];
      const box = {
        left,
        right: left + item.width,
        bottom: baseline - size * 0.15,
        top: baseline + size * 0.7,
      };
      placed.push({ text: item.str, page, ...box });
    }
  }
  return {
    pages: text.map((one) => one.replace(/\u00a0/g, " ")),
    title: Title,
    language: Language,
    placed,
    drawn,
  };
}

function streamsOf(pdf: Buffer): string[] {
  const streams: string[] = [];
  for (let at = pdf.indexOf("\nstream\n"); at >= 0; at = pdf.indexOf("\nstream\n", at + 8)) {
    const end = pdf.indexOf("endstream", at);
    const stream = inflated(pdf.subarray(at + 8, end));
    if (stream?.includes(" TJ")) streams.push(stream);
  }
  return streams;
}

function inflated(bytes: Buffer): string | null {
  try {
    return inflateSync(bytes).toString("latin1");
  } catch {
    return null;
  }
}

/** Returns the numbers of all glyphs that a document draws; 0 is the empty box. */
export function glyphsOf({ drawn }: ReadPdf): number[] {
  return drawn.flatMap((stream) =>
    [...stream.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = ""]) =>
      (hex.match(/.{4}/g) ?? []).map((glyph) => Number.parseInt(glyph, 16)),
    ),
  );
}

/** Tells whether the file keeps an original text although other letters are drawn. */
export function keeps({ drawn }: ReadPdf, original: string): boolean {
  const bytes = Buffer.from(`\ufeff${original}`, "utf16le").swap16().toString("latin1");
  const texts = drawn.flatMap((stream) => [...stream.matchAll(/\/ActualText \(((?:\\.|[^\\)])*)\)/gs)]);
  return texts.some(([, text = ""]) => unescaped(text) === bytes);
}

const escapes: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, (_, sign: string) => escapes[sign] ?? sign);
}

/** Returns pairs of texts that overlap. */
export function overlaps({ placed }: ReadPdf): [string, string][] {
  const pages = new Set(placed.map(({ page }) => page));
  return [...pages].flatMap((page) => {
    const there = placed.filter((one) => one.page === page);
    return there.flatMap((a, index) =>
      there
        .slice(index + 1)
        .filter(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
            Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom) > 0.5,
        )
        .map((b): [string, string] => [a.text, b.text]),
    );
  });
}
