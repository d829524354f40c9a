import type { KernelRefusal } from "./kernel-refusal";
import type { Words } from "./words";

/** Tells why a request was not carried out, whatever it asks for. */
export const kernelWords: Words<KernelRefusal> = {
  key_reused:
    "You already sent this request with different values, and it was carried out. Check the result, then send the change as a new request.",
  changed_since_seen:
    "This changed while you were looking, so nothing was done. Check what it is now, then confirm.",
};
