// These packages come without types, so this file declares what we use of them.

declare module "fontkit" {
  export interface Glyph {
    id: number;
  }
  export interface Font {
    postscriptName: string;
    /** Is decoded on first use and then kept in `_tables`. */
    readonly GSUB?: object;
    readonly GPOS?: object;
    readonly GDEF?: object;
    readonly _tables: Record<string, object | undefined>;
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string, features?: readonly string[]): { glyphs: Glyph[]; positions: object[] };
  }
  export function create(bytes: Uint8Array): Font;
}

declare module "linebreak" {
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { position: number; required: boolean } | null;
  }
}

declare module "subset-font" {
  export default function subsetFont(
    font: Buffer,
    text: null,
    options: { targetFormat: "sfnt"; keepAllGlyphs: true; variationAxes: { wght: number } },
  ): Promise<Buffer>;
}
