import "server-only";
import bidiFactory from "bidi-js";
import type { Face, Weight } from "./faces";
import { charactersOf, type Glyphs, printable } from "./glyphs";

/** Describes a part of one line that is drawn at once, with one face and one direction. */
export interface Run {
  face: Face;
  text: string;
  rightToLeft: boolean;
}

/** Describes a text as it is drawn, after characters that no face has were replaced. */
export interface Shown {
  text: string;
  /** Holds the character of each position in the text. */
  at: ShownCharacter[];
  levels: ReturnType<typeof bidi.getEmbeddingLevels> | null;
}

interface ShownCharacter {
  face: Face;
  /** Holds what people typed, and whether other letters replace it. */
  written: string;
  replaced: boolean;
}

const bidi = bidiFactory();
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const arabic = /\p{Script=Arabic}/u;

export function shown(whole: string, weight: Weight, glyphs: Glyphs): Shown {
  const at: ShownCharacter[] = [];
  let text = "";
  for (const written of charactersOf(printable(whole))) {
    const drawn = glyphs.of(written, weight);
    const before = at.at(-1);
    if (drawn.text === "") {
      if (before) before.written += written;
      continue;
    }
    // A space between words of one script belongs to them, so that a program reads their line as one text.
    const face = written === " " && before?.face.font.hasGlyphForCodePoint(32) ? before.face : drawn.face;
    const character = { face, written, replaced: drawn.original !== null };
    text += drawn.text;
    for (let i = 0; i < drawn.text.length; i++) at.push(character);
  }
  const levels = rightToLeft.test(text) ? bidi.getEmbeddingLevels(text, "auto") : null;
  return { text, at, levels };
}

/** Returns the runs of a line from `start` up to but without `end`, in their order on paper. */
export function runsOf({ text, at, levels }: Shown, start: number, end: number): Run[] {
  const order = levels
    ? bidi.getReorderedIndices(text, levels, start, end - 1).slice(start, end)
    : range(start, end);
  const runs: { indices: number[]; level: number; alone: boolean }[] = [];
  for (const index of order) {
    const level = levels?.levels[index] ?? 0;
    // In a number within Arabic text, signs that shape like letters would reverse the digits.
    const alone = levels !== null && level % 2 === 0 && arabic.test(text.charAt(index));
    const last = runs.at(-1);
    const joins = last?.level === level && at[last.indices[0] as number]?.face === at[index]?.face;
    if (last && joins && !last.alone && !alone) {
      last.indices.push(index);
    } else runs.push({ indices: [index], level, alone });
  }
  return runs.map(({ indices, level }) => toRun({ text, at }, indices, level % 2 === 1));
}

function toRun({ text, at }: Pick<Shown, "text" | "at">, indices: number[], reversed: boolean): Run {
  const logical = [...indices].sort((a, b) => a - b);
  const letters = logical.map((index) => {
    const letter = text.charAt(index);
    return reversed ? (bidi.getMirroredCharacter(letter) ?? letter) : letter;
  });
  const [first] = logical as [number, ...number[]];
  const { face } = at[first] as ShownCharacter;
  const written = letters.join("");
  // The font reverses letters by itself, but nothing else.
  const turned = reversed && !rightToLeft.test(written) ? charactersOf(written).reverse().join("") : written;
  return { face, text: turned, rightToLeft: reversed };
}

/** Returns what was typed if the line draws it replaced, reversed or shaped, and null otherwise. */
export function actualTextOf({ text, at, levels }: Shown, start: number, end: number): string | null {
  const characters = [...new Set(at.slice(start, end))];
  const turned = levels?.levels.slice(start, end).some((level) => level > 0);
  const shaped = /[\p{M}\p{Script=Thai}]/u.test(text.slice(start, end));
  if (!turned && !shaped && !characters.some(({ replaced }) => replaced)) return null;
  return characters.map(({ written }) => written).join("");
}

const range = (start: number, end: number) => Array.from({ length: end - start }, (_, i) => start + i);
