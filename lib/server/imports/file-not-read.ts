import "server-only";
import type { FileFault } from "@/lib/domain/values/file-fault";

/** Ends the reading of a file that cannot be imported. */
export class FileNotRead extends Error {
  override name = "FileNotRead";
  constructor(readonly fault: FileFault) {
    super(fault.reason);
  }
}
