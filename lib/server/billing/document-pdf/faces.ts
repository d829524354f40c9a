import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { create, type Font } from "fontkit";

/**
 * Describes a font of documents, which is read when a document first needs it. Inter covers Latin, Greek and Cyrillic; the
 * packages of other scripts cut each script into small files: docs/decisions/2026-11-26-fonts-of-documents.md.
 */
export interface Face {
  /** Identifies the face, so that a document embeds it once. */
  name: string;
  bytes: Buffer;
  /** Answers questions about the font. Drawing changes a font, so a document draws with a copy from `opened`. */
  font: Font;
}

export type Weight = 400 | 600;

const packages = path.join(process.cwd(), "node_modules");
const inter = path.join(packages, "@expo-google-fonts/inter");
const interFiles: Record<Weight, string> = {
  400: path.join(inter, "400Regular/Inter_400Regular.ttf"),
  600: path.join(inter, "600SemiBold/Inter_600SemiBold.ttf"),
};

/**
 * Lists the families by script. Vazirmatn comes first for Arabic because it draws a letter as one glyph, so that its text can
 * be found and copied.
 */
const scripts = [
  "vazirmatn",
  "noto-sans-arabic",
  "noto-sans-hebrew",
  "noto-sans-thai",
  "noto-sans-devanagari",
  "noto-sans-armenian",
  "noto-sans-georgian",
] as const;
type Han = `noto-sans-${"sc" | "tc" | "jp" | "kr"}`;
type Family = (typeof scripts)[number] | Han;

/**
 * Returns the families to search for the characters of a text. Chinese characters are drawn in the style of the text's own
 * country.
 */
export function familiesFor(text: string): readonly Family[] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text))
    return [...scripts, ...han("jp", "sc", "tc", "kr")];
  if (/\p{Script=Hangul}/u.test(text)) return [...scripts, ...han("kr", "sc", "tc", "jp")];
  return [...scripts, ...han("sc", "tc", "jp", "kr")];
}

function han(...countries: ("sc" | "tc" | "jp" | "kr")[]): Han[] {
  return countries.map((country) => `noto-sans-${country}` as const);
}

export function interFace(weight: Weight): Promise<Face> {
  return kept(`Inter-${weight}`, () => readFile(interFiles[weight]));
}

/** Returns the face of a family that has the character, or null. */
export async function faceWith(character: string, family: Family, weight: Weight): Promise<Face | null> {
  const code = character.codePointAt(0) as number;
  const slice = (await slicesOf(family)).find(({ ranges }) => within(code, ranges));
  if (!slice) return null;
  const face = await kept(`${family}-${slice.name}-${weight}`, () => instance(slice.file, weight));
  return face.font.hasGlyphForCodePoint(code) ? face : null;
}

interface Slice {
  name: string;
  file: string;
  ranges: [from: number, to: number][];
}

const slices = new Map<Family, Promise<Slice[]>>();

function slicesOf(family: Family): Promise<Slice[]> {
  const known = slices.get(family) ?? readSlices(family);
  slices.set(family, known);
  known.catch(() => slices.delete(family));
  return known;
}

async function readSlices(family: Family): Promise<Slice[]> {
  const folder = path.join(packages, "@fontsource-variable", family);
  const names: Record<string, string> = JSON.parse(await readFile(path.join(folder, "unicode.json"), "utf8"));
  return Object.entries(names).map(([key, ranges]) => {
    const name = key.replace(/[[\]]/g, "");
    return {
      name,
      file: path.join(folder, `files/${family}-${name}-wght-normal.woff2`),
      ranges: ranges.split(",").map(rangeOf),
    };
  });
}

/** Parses "U+4e00-4e2f" and "U+4e00". */
function rangeOf(text: string): [number, number] {
  const [from = "", to = from] = text.trim().replace(/^U\+/i, "").split("-");
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

function within(code: number, ranges: Slice["ranges"]): boolean {
  return ranges.some(([from, to]) => from <= code && code <= to);
}

/** Makes a font of one weight with HarfBuzz, because a PDF embeds neither WOFF2 nor a variable font. */
async function instance(file: string, weight: Weight): Promise<Buffer> {
  const { default: subsetFont } = await import("subset-font");
  return subsetFont(await readFile(file), null, {
    targetFormat: "sfnt",
    keepAllGlyphs: true,
    variationAxes: { wght: weight },
  });
}

/** Limits the faces in memory, because a server need not hold all slices of Chinese, Japanese and Korean. */
const most = 80;
const faces = new Map<string, Promise<Face>>();

function kept(name: string, read: () => Promise<Buffer>): Promise<Face> {
  const known = faces.get(name) ?? read().then((bytes) => ({ name, bytes, font: create(bytes) }));
  faces.delete(name);
  faces.set(name, known);
  known.catch(() => faces.delete(name));
  if (faces.size > most) faces.delete(faces.keys().next().value as string);
  return known;
}

/** Returns the names of the faces that are held in memory. */
export function heldFaces(): string[] {
  return [...faces.keys()];
}

/** Opens a copy of a face for one document, because drawing writes into the font. */
export function opened({ name, bytes, font: read }: Face): Font {
  const font = create(bytes);
  // Decoding these tables is half the work of a small document, and documents can share them because none writes into them.
  Object.assign(font._tables, { GSUB: read.GSUB, GPOS: read.GPOS, GDEF: read.GDEF });
  // All slices of a family have the same name, so pdfkit would mistake one for another.
  Object.defineProperty(font, "postscriptName", { value: name });
  return shapedOnce(font);
}

/**
 * Keeps shaped texts, because shaping is slow and a text is measured before it is drawn. Returns copies of the positions,
 * because pdfkit scales them.
 */
function shapedOnce(font: Font): Font {
  const shape = font.layout.bind(font);
  const runs = new Map<string, ReturnType<Font["layout"]>>();
  font.layout = (text, features) => {
    const key = `${features?.join() ?? "none"} ${text}`;
    const run = runs.get(key) ?? shape(text, features);
    runs.set(key, run);
    const positions = run.positions.map((position) => ({ ...position }));
    return Object.assign(Object.create(Object.getPrototypeOf(run)), run, { positions });
  };
  return font;
}
