import { groupedIban } from "@/lib/domain/values/iban";
import "server-only";
import type { Seller } from "@/lib/domain/billing-document/billing-document";
import type { DocumentWords } from "@/lib/domain/billing-document/document-words";
import { documentTitle } from "@/lib/domain/billing-document/words";
import { type Canvas, color, left, page, right, styles, width } from "./look";
import type { Block, Pen } from "./pen";

const bottomMargin = 30;
const gap = 16;

/** Holds the seller's details in columns, which are the same on every page. */
export interface Foot {
  columns: { blocks: Block[]; left: number }[];
  height: number;
}

export function measureFoot({ pen, document, words }: Pick<Canvas, "pen" | "document" | "words">): Foot {
  const texts = detailsOf(document.seller, words);
  const blocks = (within?: number) =>
    texts.map((lines, column) =>
      lines.map((line, index) =>
        pen.block(line, column + index === 0 ? styles.smallStrong : styles.small, within),
      ),
    );
  const spread = width - gap * (texts.length - 1);
  const natural = blocks().map((column) => Math.max(...column.map((block) => block.width)));
  const spare = spread - natural.reduce((sum, one) => sum + one, 0);
  const fits = spare >= 0;
  const equal = spread / texts.length;
  const columns = fits ? blocks() : blocks(equal);
  let next = left;
  const placed = columns.map((column, index) => {
    const at = { blocks: column, left: next };
    next += gap + (fits ? (natural[index] ?? 0) + spare / Math.max(1, texts.length - 1) : equal);
    return at;
  });
  return { columns: placed, height: Math.max(0, ...columns.map(heightOf)) };
}

function detailsOf(seller: Seller, words: DocumentWords): string[][] {
  const { bank } = seller;
  const named = (name: string, value: string | null | undefined) => value && `${name} ${value}`;
  const texts = [
    [seller.legalName, ...seller.address],
    [seller.email, seller.phone, seller.website],
    [named(words.seller.vatId, seller.vatId), named(words.seller.registration, seller.registrationNumber)],
    [
      bank?.bankName,
      named(words.bank.iban, bank?.iban && groupedIban(bank.iban)),
      named(words.bank.bic, bank?.bic),
    ],
  ]
    .map((lines) => lines.filter((line): line is string => Boolean(line)))
    .filter((lines) => lines.length > 0);
  // The head of the page shows the name already.
  return texts.length === 1 && texts[0]?.length === 1 ? [] : texts;
}

const heightOf = (blocks: readonly Block[]) => blocks.reduce((sum, block) => sum + block.height, 0);

/** Returns where lines and totals have to end. */
export function contentBottom({ height }: Foot): number {
  return page.height - bottomMargin - pageNumberHeight - height - 24;
}

const pageNumberHeight = 14;

/** Draws the seller's details and the page number on every page. */
export function drawFeet(canvas: Pick<Canvas, "pen" | "document" | "words">, foot: Foot): void {
  const { pen, document, words } = canvas;
  const { count } = pen.sheet.bufferedPageRange();
  const top = page.height - bottomMargin - pageNumberHeight - foot.height;
  for (let index = 0; index < count; index++) {
    pen.sheet.switchToPage(index);
    pen.rule(left, right, top - 8, color.rule);
    for (const column of foot.columns) drawColumn(pen, column.blocks, column.left, top);
    const number = `${documentTitle(document)} · ${words.page(index + 1, count)}`;
    pen.draw(pen.block(number, styles.small), left, page.height - bottomMargin - 8, { right });
  }
}

function drawColumn(pen: Pen, blocks: readonly Block[], x: number, top: number): void {
  let y = top;
  for (const block of blocks) y = pen.draw(block, x, y);
}
