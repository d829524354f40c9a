import "server-only";
import { crc32, inflateSync } from "node:zlib";
import { type LogoFault, type LogoImage, logoProblem, readLogo } from "@/lib/domain/values/logo";
import { ok, type Result, refuse } from "@/lib/domain/values/result";

export type Picture = LogoImage & { data: Uint8Array<ArrayBuffer> };

const broken: LogoFault = { is: "broken" };

/** Reads a picture of base64, and refuses what no reader could draw. */
export function readPicture(base64: string): Result<Picture, LogoFault> {
  const data = new Uint8Array(Buffer.from(base64, "base64"));
  const image = readLogo(data);
  const problem = logoProblem(data, image);
  if (problem !== null || !image) return refuse(problem ?? broken);
  const whole = image.mediaType === "image/png" ? isWholePng(data, image) : isWholeJpeg(data);
  return whole ? ok({ ...image, data }) : refuse(broken);
}

/** Every chunk is there with its sum, and what they hold unpacks to the pixels that the picture claims to have. */
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

/** Values of a pixel, by the color type of the header. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function unpacks(packed: Buffer, least: number, most: number): boolean {
  try {
    return inflateSync(packed, { maxOutputLength: most }).length >= least;
  } catch {
    return false;
  }
}

/** It has the end of its picture; some programs write more after it. */
function isWholeJpeg(data: Uint8Array): boolean {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength).includes(Buffer.from([0xff, 0xd9]));
}
