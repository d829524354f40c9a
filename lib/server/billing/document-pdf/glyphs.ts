import "server-only";
import anyAscii from "any-ascii";
import { type Face, faceWith, familiesFor, interFace, type Weight } from "./faces";

/** Tells which face draws a character with its marks, and which text replaces it if no face has it. */
export interface Drawn {
  face: Face;
  text: string;
  /** Holds what was written if `text` replaces it, or else null. */
  original: string | null;
}

/** Tells how the characters of a document are drawn, for both weights. */
export class Glyphs {
  readonly #drawn = new Map<string, Drawn>();

  private constructor(private readonly inter: Record<Weight, Face>) {}

  /** Looks up the characters of the texts that Inter lacks, and reads the fonts that have them. */
  static async for(texts: readonly string[]): Promise<Glyphs> {
    const glyphs = new Glyphs({ 400: await interFace(400), 600: await interFace(600) });
    const all = [...new Set(texts.map(printable))];
    const families = familiesFor(all.join());
    for (const character of new Set(all.flatMap(charactersOf))) {
      if (draws(glyphs.inter[400], character)) continue;
      for (const weight of [400, 600] as const) {
        const drawn = await find(character, weight, glyphs.inter[weight], families);
        glyphs.#drawn.set(key(character, weight), drawn);
      }
    }
    return glyphs;
  }

  /**
   * Tells how to draw a character. One that appears only where texts are joined was not looked up, and is drawn as if no font
   * but Inter existed.
   */
  of(character: string, weight: Weight): Drawn {
    const known = this.#drawn.get(key(character, weight));
    if (known) return known;
    const face = this.inter[weight];
    const drawn = draws(face, character)
      ? { face, text: visible(character, face), original: null }
      : { face, text: transliterated(character, face), original: character };
    this.#drawn.set(key(character, weight), drawn);
    return drawn;
  }
}

const key = (character: string, weight: Weight) => `${weight}${character}`;

/** Returns the text on one line in its composed form, without control characters and direction overrides. */
export function printable(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\s\u200b]+/g, (space) => (space.includes("\u00a0") ? "\u00a0" : " "))
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, "");
}

/** Matches Latin letters, dashes, quotes and currency signs, which never combine, to avoid slow segmenting. */
const simple = /^[ -\u02ff\u2010-\u2026\u2030-\u203a\u20a0-\u20c0]*$/;
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Splits a text into characters as people count them, each with its marks. */
export function charactersOf(text: string): string[] {
  if (simple.test(text)) return text.split("");
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

async function find(
  character: string,
  weight: Weight,
  inter: Face,
  families: ReturnType<typeof familiesFor>,
): Promise<Drawn> {
  // Another form of the same character is as good as the written one, such as "fi" for "ﬁ" or "1" for "①".
  for (const form of new Set([character, character.normalize("NFKC")])) {
    const face = await faceOf(form, weight, inter, families);
    if (face) {
      const text = visible(form, face);
      return { face, text, original: form === character ? null : character };
    }
  }
  return { face: inter, text: transliterated(character, inter), original: character };
}

async function faceOf(
  character: string,
  weight: Weight,
  inter: Face,
  families: ReturnType<typeof familiesFor>,
): Promise<Face | null> {
  if (draws(inter, character)) return inter;
  const [first] = character.replace(ignorable, "");
  if (!first) return inter;
  for (const family of families) {
    const face = await faceWith(first, family, weight);
    if (face && draws(face, character)) return face;
  }
  return null;
}

/** Matches marks that only affect how others are drawn, such as direction marks and variation selectors. */
const ignorable = /\p{Default_Ignorable_Code_Point}/gu;

function draws({ font }: Face, character: string): boolean {
  const glyphs = [...character.replace(ignorable, "")];
  return glyphs.length > 0 && glyphs.every((one) => font.hasGlyphForCodePoint(one.codePointAt(0) as number));
}

function visible(character: string, { font }: Face): string {
  return character.replace(ignorable, (mark) =>
    font.hasGlyphForCodePoint(mark.codePointAt(0) as number) ? mark : "",
  );
}

function transliterated(character: string, inter: Face): string {
  const letters = anyAscii(character.normalize("NFD")).trim();
  if (letters && draws(inter, letters)) return letters;
  return /^\p{M}+$/u.test(character) ? "" : "?";
}
