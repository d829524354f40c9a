import "server-only";
import { crc32, inflateSync } from "node:zlib";
import { type LogoFault, type LogoImage, logoProblem, readLogo } from "@/lib/domain/values/logo";
import { ok, type Result, refuse } from "@/lib/domain/values/result";

export type Picture = LogoImage & { data: Uint8Array<ArrayBuffer> };

const broken: LogoFault = { is: "broken" };

/** Reads a picture from base64 and refuses one that no program could draw. */
export function readPicture(base64: string): Result<Picture, LogoFault> {
  const data = new Uint8Array(Buffer.from(base64, "base64"));
  const image = readLogo(data);
  const problem = logoProblem(data, image);
  if (problem !== null || !image) return refuse(problem ?? broken);
  const whole = image.mediaType === "image/png" ? isWholePng(data, image) : isWholeJpeg(data);
  return whole ? ok({ ...image, data }) : refuse(broken);
}

/**
 * Tells whether every chunk is there with its checksum, and whether the data unpacks to the pixels that the header claims.
 */
function isWholePng(data: Uint8Array, { width, height }: LogoImage): boolean {
  const file = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const [bits = 0, color = 0, interlaced = 0] = [file[24], file[25], file[28]];
  const row = Math.ceil((width * bits * (channels[color] ?? 0)) / 8);
  if (row === 0) return false;
  const packed: Buffer[] = [];
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 8 + file.readUInt32BE(at);
    if (end + 4 > file.length) return false;
    if (crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) return false;
    const type = file.toString("latin1", at + 4, at + 8);
    if (type === "IDAT") packed.push(file.subarray(at + 8, end));
    const least = interlaced ? 1 : height * (1 + row);
    if (type === "IEND") return unpacks(Buffer.concat(packed), least, (row + 8) * (height + 8) * 2);
    at = end + 4;
  }
  return false;
}

/** Holds the number of values of a pixel by the header's color type. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function unpacks(packed: Buffer, least: number, most: number): boolean {
  try {
    return inflateSync(packed, { maxOutputLength: most }).length >= least;
  } catch {
    return false;
  }
}

/** Tells whether the picture has its end marker. Some programs write more data after it. */
function isWholeJpeg(data: Uint8Array): boolean {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength).includes(Buffer.from([0xff, 0xd9]));
}
