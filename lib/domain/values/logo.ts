/** A logo is a PNG or JPEG of at most 256 KB and 2,000 pixels a side: docs/domain.md, section 3, "Documents". */

export const logoLimits = { bytes: 262_144, pixels: 2000 } as const;
export const logoTypes = ["image/png", "image/jpeg"] as const;
export type LogoType = (typeof logoTypes)[number];

export type LogoImage = { mediaType: LogoType; width: number; height: number };

/** Returns what the bytes say a picture is, whatever its name says, or null if it is no PNG or JPEG. */
export function readLogo(bytes: Uint8Array): LogoImage | null {
  return readPng(bytes) ?? readJpeg(bytes);
}

/** Returns what is wrong with a logo, or null. */
export function logoProblem(bytes: Uint8Array, image: LogoImage | null): LogoFault | null {
  if (bytes.length > logoLimits.bytes) return { is: "too_heavy" };
  if (!image) return { is: "of_another_kind" };
  const { width, height } = image;
  return Math.max(width, height) <= logoLimits.pixels ? null : { is: "too_large", width, height };
}

export type LogoFault =
  | { is: "too_heavy" | "of_another_kind" | "broken" }
  | { is: "too_large"; width: number; height: number };

/** Returns what a person is told of a picture that cannot be the logo. */
export function logoWords(fault: LogoFault): string {
  switch (fault.is) {
    case "too_heavy":
      return "This picture is larger than 256 KB. Choose a smaller one.";
    case "of_another_kind":
      return "This file is no PNG or JPEG picture. Choose one that is.";
    case "broken":
      return "This picture is damaged. Save it again as PNG or JPEG and choose the new file.";
    case "too_large":
      return `This picture has ${fault.width} × ${fault.height} pixels. Choose one of at most 2000 × 2000.`;
  }
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function readPng(bytes: Uint8Array): LogoImage | null {
  if (bytes.length < 33 || pngSignature.some((byte, at) => bytes[at] !== byte)) return null;
  const view = viewOf(bytes);
  const header = view.getUint32(8) === 13 && view.getUint32(12) === 0x49484452;
  return header ? sized("image/png", view.getUint32(16), view.getUint32(20)) : null;
}

/** These frames of a JPEG hold its size; the other markers of the range are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function readJpeg(bytes: Uint8Array): LogoImage | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return null;
  const view = viewOf(bytes);
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker)) return sized("image/jpeg", view.getUint16(at + 7), view.getUint16(at + 5));
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function sized(mediaType: LogoType, width: number, height: number): LogoImage | null {
  return width > 0 && height > 0 ? { mediaType, width, height } : null;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
