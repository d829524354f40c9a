import "server-only";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import {
  type FormatLocale,
  formatDate,
  formatMoney,
  formatNumber,
  formatPercent,
} from "@/lib/domain/format/format";
import type { Bill, BillLine } from "@/lib/server/billing/bill";
import type { BillWords } from "../../../_components/bill/bill-words";
import { countryName } from "../../../_components/countries";

interface Reader extends FormatLocale {
  now: Date;
}

/** Latin, Greek and Cyrillic in one file; what it does not have prints as an empty box. */
const fonts = path.join(process.cwd(), "node_modules/@expo-google-fonts/inter");
const regular = path.join(fonts, "400Regular/Inter_400Regular.ttf");
const bold = path.join(fonts, "600SemiBold/Inter_600SemiBold.ttf");

const margin = 48;
const text = "#1a1d23";
const dimmed = "#5b6270";
const rule = "#d4d7de";

/** The same content as the printable page, on A4; lines go on over as many pages as they need. */
export async function billPdf(
  bill: Bill,
  words: BillWords,
  reader: Reader,
): Promise<Uint8Array<ArrayBuffer>> {
  const doc = new PDFDocument({
    size: "A4",
    margin,
    font: regular,
    bufferPages: true,
    lang: "en",
    displayTitle: true,
    info: { Title: words.title, Author: bill.seller, CreationDate: reader.now, ModDate: reader.now },
  });
  const written = buffer(doc);
  drawHead(doc, bill, words, reader);
  drawLines(doc, bill, reader);
  drawTotals(doc, bill, words, reader);
  drawPageNumbers(doc, words.title);
  doc.end();
  return new Uint8Array(await written);
}

/** They stand under each other, digit by digit. */
const figures: PDFKit.Mixins.TextOptions = { align: "right", features: ["tnum"] };

type Document = InstanceType<typeof PDFDocument>;

function drawHead(doc: Document, bill: Bill, { title, facts }: BillWords, reader: Reader): void {
  const { account, seller } = bill;
  const column = contentWidth(doc) / 2 - 12;
  doc.fillColor(dimmed).fontSize(10).text(seller);
  doc.font(bold).fillColor(text).fontSize(18).text(title).moveDown(1);
  const top = doc.y;

  doc.font(regular).fontSize(9).fillColor(dimmed).text("Billed to", { width: column });
  doc.fillColor(text).fontSize(10).text(account.name, { width: column });
  for (const line of [account.email, countryName(account.country)]) {
    if (line) doc.text(line, { width: column });
  }
  const bottom = doc.y;

  const left = margin + contentWidth(doc) / 2;
  doc.y = top;
  for (const fact of facts) {
    const value = "text" in fact ? fact.text : formatDate(fact.day, "date", reader);
    drawPair(doc, left, { name: fact.name, value });
  }
  doc.x = margin;
  doc.y = Math.max(bottom, doc.y) + 24;
}

interface Column {
  name: string;
  width: number;
  of: (line: BillLine) => string;
}

function drawLines(doc: Document, { lines, currency }: Bill, { locale }: Reader): void {
  const money = (amount: string) => formatMoney(amount, currency, locale);
  const percent = (value: string) => formatPercent(value, locale);
  const numbers: Column[] = [
    { name: "Quantity", width: 50, of: ({ quantity }) => formatNumber(quantity, locale) },
    { name: "Unit price", width: 82, of: ({ unitPrice }) => money(unitPrice) },
    {
      name: "Discount",
      width: 52,
      of: ({ discountPercent }) => (Number(discountPercent) > 0 ? percent(discountPercent) : "–"),
    },
    { name: "Tax", width: 48, of: ({ taxRate }) => percent(taxRate) },
    { name: "Net", width: 102, of: ({ net }) => money(net) },
  ];
  const product = contentWidth(doc) - numbers.reduce((width, column) => width + column.width, 0);
  const columns: Column[] = [
    { name: "Product", width: product, of: ({ description }) => description },
    ...numbers,
  ];

  drawRow(doc, columns, (column) => column.name, dimmed);
  for (const line of lines) {
    const height = doc.heightOfString(line.description, { width: product }) + 13;
    if (doc.y + height > doc.page.height - margin) {
      doc.addPage();
      drawRow(doc, columns, (column) => column.name, dimmed);
    }
    drawRow(doc, columns, (column) => column.of(line), text);
  }
}

/** The first column wraps to the left, the others stand to the right. */
function drawRow(
  doc: Document,
  columns: readonly Column[],
  cell: (column: Column) => string,
  color: string,
): void {
  const top = doc.y;
  let bottom = top;
  let x = margin;
  doc.font(regular).fontSize(9).fillColor(color);
  for (const [index, column] of columns.entries()) {
    doc.text(cell(column), x, top, { width: column.width, ...(index > 0 && figures) });
    bottom = Math.max(bottom, doc.y);
    x += column.width;
  }
  drawRule(doc, margin, bottom + 3);
  doc.y = bottom + 9;
}

function drawTotals(doc: Document, bill: Bill, { after }: BillWords, { locale }: Reader): void {
  const height = 90;
  if (doc.y + height > doc.page.height - margin) doc.addPage();
  const money = (amount: string) => formatMoney(amount, bill.currency, locale);
  const left = margin + contentWidth(doc) / 2;
  doc.y += 9;
  drawPair(doc, left, { name: "Net", value: money(bill.netTotal) });
  drawPair(doc, left, { name: "Tax", value: money(bill.taxTotal) });
  drawRule(doc, left, doc.y + 1);
  doc.y += 6;
  drawPair(doc, left, { name: "Total", value: money(bill.total) }, bold);
  drawPair(doc, left, { name: after.name, value: money(after.amount) });
}

/** A name to the left and its value at the right margin. */
function drawPair(
  doc: Document,
  left: number,
  { name, value }: { name: string; value: string },
  font = regular,
): void {
  const width = margin + contentWidth(doc) - left;
  const top = doc.y;
  doc
    .font(font)
    .fontSize(10)
    .fillColor(font === bold ? text : dimmed)
    .text(name, left, top, { width: 90 });
  doc.fillColor(text).text(value, left + 90, top, { width: width - 90, ...figures });
  doc.y += 3;
}

function drawPageNumbers(doc: Document, title: string): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    // Below the margin, where text would otherwise begin a page of its own.
    doc.page.margins.bottom = 0;
    const words = `${title} · Page ${page + 1} of ${count}`;
    doc.font(regular).fontSize(8).fillColor(dimmed);
    doc.text(words, margin, doc.page.height - margin + 10, { width: contentWidth(doc), align: "right" });
  }
}

function drawRule(doc: Document, left: number, y: number): void {
  doc
    .moveTo(left, y)
    .lineTo(margin + contentWidth(doc), y)
    .lineWidth(0.5)
    .strokeColor(rule)
    .stroke();
}

function contentWidth(doc: Document): number {
  return doc.page.width - 2 * margin;
}
