import { groupedIban } from "@/lib/domain/values/iban";
import "server-only";
import { isOpen, settlement, taxLabel } from "@/lib/domain/billing-document/words";
import { type Canvas, color, left, right, styles, width } from "./look";
import type { Block, Style } from "./pen";

interface Row {
  name: Block;
  value: Block;
  strong: boolean;
}

/**
 * Holds the totals and the tax by rate. They are measured before the lines are drawn, so that the last line stays with them.
 */
export interface Totals {
  rows: Row[];
  height: number;
}

export function measureTotals(canvas: Canvas): Totals {
  const { document, words, notation } = canvas;
  const after = settlement(document);
  const rows = [
    row(canvas, words.net, notation.money(document.netTotal)),
    ...document.taxes.map((tax) => row(canvas, taxLabel(tax, document), notation.money(tax.tax))),
    row(canvas, words.total, notation.money(document.total), true),
    row(canvas, after.name, notation.money(after.amount)),
  ];
  return {
    rows,
    height: rows.reduce((sum, { name, value }) => sum + Math.max(name.height, value.height) + 8, 18),
  };
}

/** Draws the totals and the bank details, and keeps each of the two together on one page. */
export function drawTotals(canvas: Canvas, { rows, height }: Totals, top: number): void {
  const { pen, document, accent } = canvas;
  let y = fitting(canvas, top, height) + 10;
  const start =
    right - Math.min(width, Math.max(250, ...rows.map(({ name, value }) => name.width + value.width + 24)));
  for (const { name, value, strong } of rows) {
    if (strong) {
      pen.rule(start, right, y, accent, 1);
      y += 6;
    }
    pen.draw(name, start, y);
    pen.draw(value, left, y, { right });
    y += Math.max(name.height, value.height) + (strong ? 8 : 6);
  }
  if (isOpen(document)) drawTransfer(canvas, y + 18);
}

function row({ pen }: Canvas, name: string, value: string, strong = false): Row {
  const style: Style = strong ? { ...styles.strong, size: 11 } : styles.value;
  const amount = pen.block(value, { ...style, figures: true });
  const label = pen.block(
    name,
    strong ? style : { ...styles.label, figures: true },
    width - amount.width - 24,
  );
  return { name: label, value: amount, strong };
}

/** Returns a position with room for this height: here, or at the top of a new page. */
function fitting({ bottom, nextPage }: Canvas, top: number, height: number): number {
  return top + height > bottom ? nextPage() : top;
}

const padding = 14;

/** Draws the bank details in two columns of names and values. */
function drawTransfer(canvas: Canvas, top: number): void {
  const { pen, words, accent } = canvas;
  const details = bankDetails(canvas);
  if (details.length === 0) return;
  const half = Math.ceil(details.length / 2);
  const columns = [details.slice(0, half), details.slice(half)].map((pairs) => columnOf(canvas, pairs));
  const heading = pen.block(words.transfer, styles.strong, width - 2 * padding);
  const height = heading.height + 3 + Math.max(...columns.map((column) => column.height)) + 2 * padding;

  const start = fitting(canvas, top, height);
  pen.sheet.rect(left, start, width, height).fill(color.panel);
  pen.sheet.rect(left, start, 3, height).fill(accent);
  const first = pen.draw(heading, left + padding, start + padding) + 6;
  for (const [at, { pairs, indent }] of columns.entries()) {
    const x = left + padding + at * columnWidth;
    let y = first;
    for (const { name, value } of pairs) {
      pen.draw(name, x, y);
      y = pen.draw(value, x + indent, y) + 3;
    }
  }
}

const columnWidth = width / 2 - padding;

function columnOf({ pen }: Canvas, details: readonly [string, string][]) {
  const names = details.map(([name]) => pen.block(name, styles.label));
  const indent = Math.max(0, ...names.map((name) => name.width)) + 14;
  const pairs = details.map(([, value], index) => ({
    name: names[index] as Block,
    value: pen.block(value, { ...styles.value, figures: true }, columnWidth - indent - padding),
  }));
  return { pairs, indent, height: pairs.reduce((sum, { value }) => sum + value.height + 3, 0) };
}

function bankDetails({ document: { seller, number }, words: { bank: names } }: Canvas): [string, string][] {
  const { bank, legalName } = seller;
  if (!bank) return [];
  const details: [string, string | null][] = [
    [names.holder, bank.accountHolder ?? legalName],
    [names.name, bank.bankName],
    [names.reference, number],
    [names.iban, bank.iban && groupedIban(bank.iban)],
    [names.bic, bank.bic],
  ];
  return details.filter((pair): pair is [string, string] => Boolean(pair[1]));
}
