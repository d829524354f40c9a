/** A status keeps a color as `#rrggbb`, and badges move it until their text is readable (WCAG AA) on light and dark. */

export type Hex = `#${string}`;
type Rgb = readonly [number, number, number];

/** Holds what paints a badge in one theme. */
export interface BadgePaint {
  background: Hex;
  text: Hex;
  border: Hex;
}

export interface BadgeColors {
  light: BadgePaint;
  dark: BadgePaint;
}

/** WCAG 2 AA asks for this contrast in text of normal size. */
export const READABLE_CONTRAST = 4.5;

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const DARK_SURFACE: Rgb = [29, 32, 37];
const NEUTRAL: Rgb = [134, 142, 150];

/** Returns `#rgb` or `#rrggbb`, with or without the hash, as `#rrggbb` in lower case, and null for anything else. */
export function normalizeHex(value: string): Hex | null {
  const digits = value.trim().replace(/^#/, "").toLowerCase();
  if (/^[0-9a-f]{6}$/.test(digits)) return `#${digits}`;
  if (/^[0-9a-f]{3}$/.test(digits)) return `#${digits.replace(/./g, "$&$&")}`;
  return null;
}

/** Returns the WCAG contrast ratio of two colors, from 1 to 21. */
export function contrastRatio(a: Hex, b: Hex): number {
  return contrast(toRgb(a), toRgb(b));
}

/** Returns the paint of a badge in the picked color, or of a neutral badge for a value that is no color. */
export function badgeColors(color: string): BadgeColors {
  const picked = normalizeHex(color);
  const rgb = picked ? toRgb(picked) : NEUTRAL;
  return {
    light: paint(rgb, mix(rgb, WHITE, 0.14), mix(rgb, WHITE, 0.38), BLACK),
    dark: paint(rgb, mix(rgb, DARK_SURFACE, 0.24), mix(rgb, DARK_SURFACE, 0.5), WHITE),
  };
}

/** Holds what paints an organization's color in one theme in the Storefront, in emails and in documents. */
export interface AccentPaint extends BadgePaint {
  /** This is the color under the pointer, where text can be read even better. */
  hover: Hex;
  /** Text such as a link has this color on any surface of the theme. */
  link: Hex;
}

export interface AccentColors {
  light: AccentPaint;
  dark: AccentPaint;
}

/** WCAG 2 AA, 1.4.11 asks for this contrast in buttons, lines and the focus. */
const VISIBLE_CONTRAST = 3;

/** Holds for each theme the surface that leaves the least contrast, and where a color moves to gain some. */
const themes = {
  light: { surface: [240, 241, 244], towards: BLACK },
  dark: { surface: [43, 47, 55], towards: WHITE },
} as const;

/**
 * Returns the paint of an organization's color, with text that can be read whatever was picked, or null without a
 * color.
 */
export function accentColors(color: string | null): AccentColors | null {
  const picked = color && normalizeHex(color);
  if (!picked) return null;
  const rgb = toRgb(picked);
  return { light: accent(rgb, "light"), dark: accent(rgb, "dark") };
}

function accent(color: Rgb, theme: keyof typeof themes): AccentPaint {
  const { surface, towards } = themes[theme];
  const fill = moved(color, towards, surface, VISIBLE_CONTRAST);
  const text = contrast(fill, WHITE) >= READABLE_CONTRAST ? WHITE : BLACK;
  const hover = mix(text === WHITE ? BLACK : WHITE, fill, 0.12);
  const link = moved(color, towards, surface, READABLE_CONTRAST);
  return {
    background: toHex(fill),
    text: toHex(text),
    border: toHex(fill),
    hover: toHex(hover),
    link: toHex(link),
  };
}

function paint(color: Rgb, background: Rgb, border: Rgb, towards: Rgb): BadgePaint {
  const text = moved(color, towards, background, READABLE_CONTRAST);
  return {
    background: toHex(background),
    text: toHex(text),
    border: toHex(border),
  };
}

/** Moves the picked color towards black or white in small steps until people can read it on its background. */
function moved(color: Rgb, towards: Rgb, background: Rgb, least: number): Rgb {
  let result = color;
  for (let step = 0; step <= 20; step++) {
    result = mix(towards, color, step / 20);
    if (contrast(result, background) >= least) break;
  }
  return result;
}

function contrast(a: Rgb, b: Rgb): number {
  const [la, lb] = [luminance(a), luminance(b)];
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}

function luminance([r, g, b]: Rgb): number {
  const linear = (channel: number) => {
    const c = channel / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Mixes `share` of `over` with `under`, rounded to what a screen can show. */
function mix(over: Rgb, under: Rgb, share: number): Rgb {
  const channel = (i: 0 | 1 | 2) => Math.round(over[i] * share + under[i] * (1 - share));
  return [channel(0), channel(1), channel(2)];
}

function toRgb(hex: Hex): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function toHex(rgb: Rgb): Hex {
  return `#${rgb.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
