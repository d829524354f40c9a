import "server-only";
import { documentSummary } from "@/lib/domain/billing-document/words";
import { type Canvas, color, left, page, right, styles, width } from "./look";

/** Places the recipient in the window of an envelope (DIN 5008, form B). */
const recipientTop = 142;
const recipientWidth = 240;
const factsLeft = left + 262;

/** Draws the seller, the recipient and the facts of the document. Returns where the lines begin. */
export function drawHead(canvas: Canvas): number {
  const { pen, accent } = canvas;
  pen.sheet.rect(0, 0, page.width, 6).fill(accent);
  const titleBottom = drawTitle(canvas);
  const brandBottom = drawBrand(canvas);
  const top = Math.max(recipientTop, titleBottom + 24, brandBottom + 24);
  const bottom = Math.max(drawRecipient(canvas, top), drawFacts(canvas, top));

  const summaryTop = bottom + 28;
  return pen.text(documentSummary(canvas.document), styles.summary, left, summaryTop, width) + 16;
}

const logo = { width: 190, height: 48 };

function drawBrand({ pen, document: { look, seller } }: Canvas): number {
  const top = 38;
  if (!look.logo) return pen.text(seller.legalName, styles.seller, left, top, recipientWidth);
  pen.sheet.image(Buffer.from(look.logo), left, top, { fit: [logo.width, logo.height] });
  return top + logo.height;
}

function drawTitle({ pen, document, words }: Canvas): number {
  const space = right - factsLeft;
  const title = pen.block(words.titles[document.kind], styles.title, space);
  return pen.draw(title, factsLeft, 34);
}

function drawRecipient({ pen, document: { buyer, seller } }: Canvas, top: number): number {
  const sender = [seller.legalName, ...seller.address].join(" · ");
  let y = pen.text(sender, { ...styles.small, size: 7 }, left, top, recipientWidth) + 3;
  pen.rule(left, left + recipientWidth, y, color.rule);
  y = pen.text(buyer.name, styles.strong, left, y + 8, recipientWidth);
  for (const line of buyer.address) y = pen.text(line, styles.body, left, y, recipientWidth);
  return buyer.email ? pen.text(buyer.email, styles.label, left, y + 4, recipientWidth) : y;
}

/** Draws names and values side by side. Both wrap, and the taller one sets the height of the row. */
function drawFacts(canvas: Canvas, top: number): number {
  const { pen } = canvas;
  const facts = factsOf(canvas).map(([name, value]) => [pen.block(name, styles.label), value] as const);
  const nameWidth = Math.min(140, Math.max(...facts.map(([name]) => name.width)));
  const valueWidth = right - factsLeft - nameWidth - 16;
  let y = top;
  for (const [name, value] of facts) {
    const written = pen.block(value, { ...styles.value, figures: /^\d/.test(value) }, valueWidth);
    pen.draw(name, factsLeft, y);
    pen.draw(written, factsLeft + nameWidth + 16, y);
    y += Math.max(name.height, written.height) + 4;
  }
  return y - 4;
}

function factsOf({ document, words: { facts, invoiceOf }, notation: { day } }: Canvas): [string, string][] {
  const { buyer } = document;
  const rows: [string, string | null][] = [
    [facts.numbers[document.kind], document.number],
    [facts.issued, day(document.issueDate)],
    ...(document.kind === "invoice"
      ? ([
          [facts.due, day(document.dueDate)],
          [facts.creditNote, document.creditNote],
        ] as [string, string | null][])
      : ([[facts.invoice, invoiceOf(document.invoice.number, day(document.invoice.issueDate))]] as [
          string,
          string | null,
        ][])),
    [facts.order, document.orderCode],
    [facts.customer, buyer.code],
    [facts.customerVatId, buyer.vatId],
  ];
  return rows.filter((row): row is [string, string] => Boolean(row[1]));
}
