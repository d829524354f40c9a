import "server-only";
import type PDFDocument from "pdfkit";
import { opened, type Weight } from "./faces";
import type { Glyphs } from "./glyphs";
import { type Line, linesOf } from "./lines";
import { type Run, shown } from "./runs";

export type Sheet = InstanceType<typeof PDFDocument>;

export interface Style {
  size: number;
  weight?: Weight;
  color: string;
  /** Draws digits of one width, so that amounts align digit by digit. */
  figures?: boolean;
}

/** Holds a text that is broken into lines and measured, but not drawn yet. */
export interface Block {
  lines: Line[];
  style: Style;
  width: number;
  height: number;
}

const leading = 1.4;

/** Measures and draws text in any script on a page. Positions are points from the upper left corner. */
export class Pen {
  readonly #faces = new Set<string>();
  readonly #widths = new Map<string, number>();

  constructor(
    readonly sheet: Sheet,
    private readonly glyphs: Glyphs,
  ) {}

  block(text: string, style: Style, width = Number.POSITIVE_INFINITY): Block {
    const whole = shown(text, style.weight ?? 400, this.glyphs);
    const lines = linesOf(whole, width, (run) => this.#widthOf(run, style));
    return {
      lines,
      style,
      width: Math.max(...lines.map((line) => line.width)),
      height: lines.length * style.size * leading,
    };
  }

  /** Draws a block between `left` and `left + width`. Returns where the next content begins. */
  draw(block: Block, left: number, top: number, align: { right: number } | "left" = "left"): number {
    const { size, color } = block.style;
    let baseline = top + size * 1.08;
    for (const { runs, width, actual } of block.lines) {
      let x = align === "left" ? left : align.right - width;
      if (actual !== null) this.sheet.markContent("Span", { actual });
      for (const run of runs) {
        this.#drawRun(run, block.style, x, baseline, color);
        x += this.#widthOf(run, block.style);
      }
      if (actual !== null) this.sheet.endMarkedContent();
      baseline += size * leading;
    }
    return top + block.height;
  }

  /** Measures and draws a text in one step. */
  text(text: string, style: Style, left: number, top: number, width?: number): number {
    return this.draw(this.block(text, style, width), left, top);
  }

  rule(left: number, right: number, y: number, color: string, thickness = 0.5): void {
    this.sheet.moveTo(left, y).lineTo(right, y).lineWidth(thickness).strokeColor(color).stroke();
  }

  #drawRun(run: Run, style: Style, x: number, baseline: number, color: string): void {
    this.#choose(run, style)
      .fillColor(color)
      .text(run.text, x, baseline, { lineBreak: false, baseline: "alphabetic", ...features(run, style) });
  }

  /** Returns the width of a run. Measures it once for all sizes, because shaping is slow and the width grows with the size. */
  #widthOf(run: Run, style: Style): number {
    const key = `${run.face.name} ${style.figures} ${run.rightToLeft} ${run.text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known * style.size;
    const width = this.#choose(run, style).widthOfString(run.text, features(run, style)) / style.size;
    this.#widths.set(key, width);
    return width * style.size;
  }

  #choose({ face }: Run, { size }: Style): Sheet {
    if (!this.#faces.has(face.name)) {
      this.#faces.add(face.name);
      this.sheet.registerFont(face.name, opened(face) as never);
    }
    return this.sheet.font(face.name).fontSize(size);
  }
}

/**
 * Returns the features of a run. Any list, even an empty one, makes pdfkit shape the run as a whole instead of word by word.
 */
function features({ rightToLeft, text }: Run, { figures }: Style): PDFKit.Mixins.TextOptions {
  // Inter would make hyphens as wide as digits, which pulls numbers such as INV-1001 apart.
  if (figures && !/[\p{L}\d]-/u.test(text)) return { features: ["tnum"] };
  return rightToLeft ? { features: [] } : {};
}
