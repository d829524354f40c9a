import "server-only";
import { importLimits } from "@/lib/domain/imports/import";
import { FileNotRead } from "../file-not-read";

/** Cuts a text into its lines, counted from 1. @throws FileNotRead for a line that is too long */
export async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<{ line: number; text: string }> {
  let line = 1;
  let rest = "";
  for await (const text of texts) {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      requireShort(part, line);
      yield { line, text: part };
      line += 1;
    }
    requireShort(rest, line);
  }
  if (rest !== "") yield { line, text: rest };
}

function requireShort(text: string, line: number): void {
  requireLine(line);
  const most = importLimits.line;
  if (text.length > most) throw new FileNotRead({ reason: "line_too_long", line, most });
}

/** @throws FileNotRead for a line that is too far down */
export function requireLine(line: number): void {
  if (line > importLimits.lines) throw new FileNotRead({ reason: "too_many_rows", most: importLimits.rows });
}
