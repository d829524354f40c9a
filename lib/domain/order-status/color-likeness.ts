import {
  type Color,
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  type Lab65,
  parse,
} from "culori";
import { badgeColors } from "../values/color";

/** These people may look at a list of colors, and each deficiency is taken at its strongest. */
export const viewers = ["everyone", "protanopia", "deuteranopia", "tritanopia"] as const;
export type Viewer = (typeof viewers)[number];

const seenBy: Record<Viewer, (color: Color) => Color> = {
  everyone: (color) => color,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
};

/**
 * People take two small patches nearer than this in CIEDE2000 for each other. To a deuteranope, plain red and green are
 * 8 apart.
 */
const tellable = 8;
const difference = differenceCiede2000();
/** Each color is converted once, since it is compared with all others. */
const toLab = converter("lab65");

/**
 * Colors further apart in lightness than this are never nearer than `tellable`, since CIEDE2000 divides by 1.75 at
 * most.
 */
const tellableLightness = tellable * 1.75;

/** Holds two colors as `#rrggbb` whose badges some viewers cannot tell apart well, and names these viewers. */
export type Likeness = { a: string; b: string; viewers: Viewer[] };

/** Compares what badges paint of the picked colors on light and on dark: docs/domain.md, section 1, rule 14. */
export function alikeColors(colors: readonly string[]): Likeness[] {
  const distinct = [...new Set(colors)];
  const seen = distinct.map(asSeen);
  return distinct.flatMap((a, i) =>
    distinct.slice(i + 1).flatMap((b, offset): Likeness[] => {
      const j = i + 1 + offset;
      const alike = viewers.filter((viewer) =>
        seen[i]?.[viewer].some((one, theme) => near(one, seen[j]?.[viewer][theme])),
      );
      return alike.length > 0 ? [{ a, b, viewers: alike }] : [];
    }),
  );
}

/** Returns the text of a badge in each theme and to each viewer, since it is nearest to what was picked. */
function asSeen(color: string): Record<Viewer, Lab65[]> {
  const { light, dark } = badgeColors(color);
  const painted = [light.text, dark.text].flatMap((hex) => parse(hex) ?? []);
  const to = (viewer: Viewer) => painted.map((paint) => toLab(seenBy[viewer](paint)));
  return Object.fromEntries(viewers.map((viewer) => [viewer, to(viewer)])) as Record<Viewer, Lab65[]>;
}

function near(one: Lab65, other: Lab65 | undefined): boolean {
  if (!other || Math.abs(one.l - other.l) > tellableLightness) return false;
  return difference(one, other) < tellable;
}
