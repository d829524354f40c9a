import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { create, type Font } from "fontkit";

/**
 * The fonts of documents, read when a document first needs them and never at the start. Inter has Latin, Greek and Cyrillic;
 * other scripts come from packages that cut each script into small files (docs/decisions/2026-11-26-fonts-of-documents.md).
 */
export interface Face {
  /** Unique, so that a document embeds each face once. */
  name: string;
  bytes: Buffer;
  /** For questions about it; what draws with it changes it, and opens another one. */
  font: Font;
}

export type Weight = 400 | 600;

const packages = path.join(process.cwd(), "node_modules");
const inter = path.join(packages, "@expo-google-fonts/inter");
const interFiles: Record<Weight, string> = {
  400: path.join(inter, "400Regular/Inter_400Regular.ttf"),
  600: path.join(inter, "600SemiBold/Inter_600SemiBold.ttf"),
};

/** Of the two with Arabic, Vazirmatn draws a letter as one glyph, so that its text can be found and copied. */
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

/** The families to look in, for a text: Chinese characters are drawn as the text's own country draws them. */
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

/** Reads "U+4e00-4e2f" and "U+4e00". */
function rangeOf(text: string): [number, number] {
  const [from = "", to = from] = text.trim().replace(/^U\+/i, "").split("-");
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

function within(code: number, ranges: Slice["ranges"]): boolean {
  return ranges.some(([from, to]) => from <= code && code <= to);
}

/** A PDF embeds neither WOFF2 nor a variable font, so HarfBuzz makes a font of one weight from it. */
async function instance(file: string, weight: Weight): Promise<Buffer> {
  const { default: subsetFont } = await import("subset-font");
  return subsetFont(await readFile(file), null, {
    targetFormat: "sfnt",
    keepAllGlyphs: true,
    variationAxes: { wght: weight },
  });
}

/** All slices of Chinese, Japanese and Korean are more than a server needs to hold at a time. */
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

/** Opens a face for one document, which writes into what it opens. */
export function opened({ name, bytes, font: read }: Face): Font {
  const font = create(bytes);
  // Decoding how letters join and kern is half the work of a small document, and no document writes into that.
  Object.assign(font._tables, { GSUB: read.GSUB, GPOS: read.GPOS, GDEF: read.GDEF });
  // All slices of a family bear one name, by which pdfkit would take one for the other.
  Object.defineProperty(font, "postscriptName", { value: name });
  return shapedOnce(font);
}

/** Shaping is what costs, and a text is measured before it is drawn; pdfkit scales the positions that it is given. */
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
