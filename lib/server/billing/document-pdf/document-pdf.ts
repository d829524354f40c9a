import "server-only";
import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import type { BillingDocument } from "@/lib/domain/billing-document/billing-document";
import { documentTitle, notationOf, wordsOf } from "@/lib/domain/billing-document/words";
import { contentBottom, drawFeet, measureFoot } from "./foot";
import { Glyphs } from "./glyphs";
import { drawHead } from "./head";
import { type Canvas, color, left, page, right, styles } from "./look";
import { Pen } from "./pen";
import { drawTable } from "./table";
import { textsOf } from "./texts";
import { drawTotals, measureTotals } from "./totals";

/**
 * Draws an invoice or a credit note on as many A4 pages as its lines need, with the same pages for every reader. See
 * docs/domain.md, section 3, "Documents".
 */
export async function documentPdf(document: BillingDocument, now: Date): Promise<Uint8Array<ArrayBuffer>> {
  const title = documentTitle(document);
  const sheet = new PDFDocument({
    size: "A4",
    margin: 0,
    font: null as never,
    autoFirstPage: false,
    bufferPages: true,
    lang: document.language,
    displayTitle: true,
    info: { Title: title, Author: document.seller.legalName, CreationDate: now, ModDate: now },
  });
  const written = buffer(sheet);
  const words = wordsOf(document);
  const pen = new Pen(sheet, await Glyphs.for(textsOf(document)));
  const foot = measureFoot({ pen, document, words });
  const canvas: Canvas = {
    pen,
    document,
    words,
    notation: notationOf(document),
    accent: document.look.accentColor ?? color.text,
    bottom: contentBottom(foot),
    nextPage: () => {
      sheet.addPage();
      return drawContinuation(pen, document, title);
    },
  };
  sheet.addPage();
  const totals = measureTotals(canvas);
  drawTotals(canvas, totals, drawTable(canvas, drawHead(canvas), totals.height));
  drawFeet(canvas, foot);
  sheet.end();
  return new Uint8Array(await written);
}

/** Draws the head of a later page, which says which document the page belongs to. */
function drawContinuation(pen: Pen, { buyer }: BillingDocument, title: string): number {
  const name = pen.block(`${title} · ${buyer.name}`, styles.small, right - left);
  const bottom = pen.draw(name, left, 36);
  pen.sheet.rect(0, 0, page.width, 6).fill(color.rule);
  return bottom + 18;
}
