import { formatNumber } from "./format";

/** Counts things in words: "1 order", "3 orders", "1,200 orders". The reader's `locale` groups the digits. */
export function count(number: number, one: string, many = `${one}s`, locale = "en"): string {
  return `${formatNumber(number, locale)} ${number === 1 ? one : many}`;
}
