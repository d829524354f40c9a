import "server-only";
import type { DocumentLine } from "@/lib/domain/billing-document/billing-document";
import { type Canvas, color, left, right, styles, width } from "./look";
import type { Block, Pen, Style } from "./pen";

interface Column {
  name: string;
  of: (line: DocumentLine) => string;
}

interface Table {
  columns: Column[];
  /** Holds the widths of the number columns, in their order. */
  widths: number[];
  descriptionWidth: number;
  size: number;
}

const gap = 14;

/**
 * Draws all lines over as many pages as they need, each with the column names. Leaves `after` points free below the last line,
 * and returns where the totals begin.
 */
export function drawTable(canvas: Canvas, top: number, after: number): number {
  const { pen, document, words, bottom, nextPage } = canvas;
  const note = document.kind === "invoice" && !document.lines.every(({ servicePeriod }) => servicePeriod);
  const table = measure(canvas);
  const head = pen.block(words.columns.description, headStyle(table), table.descriptionWidth);
  const headHeight = head.height + 14;

  let y = top;
  let begun = false;
  for (const line of document.lines) {
    const row = rowOf(canvas, table, line);
    const below = line === document.lines.at(-1) ? after + (note ? noteHeight : 0) : 0;
    const needed = row.height + below + (begun ? 0 : headHeight);
    if (y + needed > bottom) {
      y = nextPage();
      begun = false;
    }
    if (!begun) {
      y = drawColumnNames(canvas, table, y);
      begun = true;
    }
    y = drawRow(canvas, table, row, y);
  }
  return note ? drawNote(canvas, words.serviceDate, y) : y;
}

function columnsOf({ document, words: { columns }, notation }: Canvas): Column[] {
  const { money, number, percent } = notation;
  const discounted = document.lines.some(({ discountPercent }) => Number(discountPercent) > 0);
  const discount: Column = {
    name: columns.discount,
    of: ({ discountPercent }) => (Number(discountPercent) > 0 ? percent(discountPercent) : "–"),
  };
  return [
    { name: columns.quantity, of: ({ quantity }) => number(quantity) },
    { name: columns.unitPrice, of: ({ unitPrice }) => money(unitPrice) },
    ...(discounted ? [discount] : []),
    { name: columns.tax, of: ({ taxRate }) => percent(taxRate) },
    { name: columns.net, of: ({ net }) => money(net) },
  ];
}

/** Finds the largest font size at which the widest numbers leave a description enough room. */
function measure(canvas: Canvas): Table {
  const { pen, document } = canvas;
  const columns = columnsOf(canvas);
  const tableAt = (size: number): Table => {
    const widths = columns.map(({ name, of }) => {
      const texts = new Set(document.lines.map(of));
      const values = [...texts].map((text) => pen.block(text, valueStyle(size)).width);
      return Math.max(pen.block(name, headStyle({ size })).width, ...values);
    });
    const numbers = widths.reduce((sum, one) => sum + one + gap, 0);
    return { columns, widths, descriptionWidth: width - numbers, size };
  };
  const tables = [9, 8.5, 8, 7.5, 7, 6.5, 6].map(tableAt);
  return tables.find(({ descriptionWidth }) => descriptionWidth >= 150) ?? (tables.at(-1) as Table);
}

const valueStyle = (size: number): Style => ({ size, color: color.text, figures: true });
const detailStyle = (size: number): Style => ({ size: size - 1, color: color.dimmed, figures: true });
const headStyle = ({ size }: Pick<Table, "size">): Style => ({ size: size - 1, color: color.dimmed });

interface Row {
  description: Block;
  detail: Block;
  values: Block[];
  height: number;
}

function rowOf(canvas: Canvas, { columns, descriptionWidth, size }: Table, line: DocumentLine): Row {
  const { pen } = canvas;
  const description = pen.block(line.description, { size, color: color.text }, descriptionWidth);
  const detail = pen.block(detailOf(canvas, line), detailStyle(size), descriptionWidth);
  const values = columns.map(({ of }) => pen.block(of(line), valueStyle(size)));
  return { description, detail, values, height: description.height + detail.height + 14 };
}

function detailOf(
  { words, notation: { day } }: Canvas,
  { servicePeriod, billingPeriod }: DocumentLine,
): string {
  const billed = words.billed[billingPeriod];
  if (!servicePeriod) return billed;
  const { from, to } = servicePeriod;
  return `${words.period(day(from), to && day(to))} · ${billed}`;
}

function drawColumnNames({ pen, words, accent }: Canvas, table: Table, top: number): number {
  const style = headStyle(table);
  const description = pen.block(words.columns.description, style, table.descriptionWidth);
  const bottom = pen.draw(description, left, top);
  drawNumbers(
    pen,
    table,
    table.columns.map(({ name }) => pen.block(name, style)),
    top,
  );
  pen.rule(left, right, bottom + 5, accent, 1);
  return bottom + 14;
}

/** Draws a row in reading order, which screen readers follow too. */
function drawRow({ pen }: Canvas, table: Table, { description, detail, values }: Row, top: number): number {
  const bottom = pen.draw(detail, left, pen.draw(description, left, top));
  drawNumbers(pen, table, values, top);
  pen.rule(left, right, bottom + 6, color.rule);
  return bottom + 14;
}

function drawNumbers(
  pen: Pen,
  { widths, descriptionWidth }: Table,
  blocks: readonly Block[],
  top: number,
): void {
  let end = left + descriptionWidth;
  for (const [index, block] of blocks.entries()) {
    end += gap + (widths[index] ?? 0);
    pen.draw(block, left, top, { right: end });
  }
}

const noteHeight = 18;

function drawNote({ pen }: Canvas, text: string, y: number): number {
  return pen.draw(pen.block(text, styles.small, width), left, y) + 6;
}
