import {
  type Color,
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
} from "culori";

/** Who may look at a list of colors; the deficiencies as strong as they come. */
export const viewers = ["everyone", "protanopia", "deuteranopia", "tritanopia"] as const;
export type Viewer = (typeof viewers)[number];

const seenBy: Record<Viewer, (color: Color) => Color> = {
  everyone: (color) => color,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
};

/** In CIEDE2000: two small patches nearer than this are taken for each other. A plain red and green, to a deuteranope, are 8 apart. */
const tellable = 8;
const difference = differenceCiede2000();
/** In which differences are taken: once for each color, since each is compared with all others. */
const toLab = converter("lab65");

/** Two colors, as `#rrggbb`, that some viewers cannot well tell apart; with those of whom that is so. */
export type Likeness = { a: string; b: string; viewers: Viewer[] };

export function alikeColors(colors: readonly string[]): Likeness[] {
  const distinct = [...new Set(colors)];
  const parsed = distinct.map((color) => parse(color));
  const seen = viewers.map((viewer) => parsed.map((color) => color && toLab(seenBy[viewer](color))));
  return distinct.flatMap((a, i) =>
    distinct.slice(i + 1).flatMap((b, offset): Likeness[] => {
      const j = i + 1 + offset;
      const alike = viewers.filter((_, v) => {
        const [one, other] = [seen[v]?.[i], seen[v]?.[j]];
        return one && other && difference(one, other) < tellable;
      });
      return alike.length > 0 ? [{ a, b, viewers: alike }] : [];
    }),
  );
}
