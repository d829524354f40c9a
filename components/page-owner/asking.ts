import type { SignedInNow } from "@/lib/schemas/page-of";
import { otherStore } from "./other";
import { type Told, tellTabs } from "./tabs";

/** Asks who is signed in by now, and waits while a tab of this browser goes to another organization. */

/** Bounds how long tabs wait for one that goes to another organization, and may have been closed meanwhile. */
const longestSwitch = 10_000;

/** Is there while a tab goes to another organization, when the old session has ended and the new cookie is on its way. */
let switching: { over: Promise<void>; end: () => void } | null = null;

/** Asks the server whether the page still belongs to who is signed in, and keeps who it is otherwise. */
export async function ask(): Promise<void> {
  await switching?.over;
  const response = await fetch("/signed-in").catch(() => null);
  const now: SignedInNow | null = response?.ok ? await response.json() : null;
  otherStore.set(now?.other ? now : null);
}

/**
 * Goes to another organization by `go`, while no tab asks who is signed in. This one goes on as soon as it is there, or asks no
 * more if it is left.
 */
export async function whileSwitching<Value extends { ok: boolean }>(
  go: () => Promise<Value>,
  { leaves }: { leaves: boolean },
): Promise<Value> {
  tellTabs("switching");
  begin(leaves ? null : longestSwitch);
  const result = await go();
  tellTabs("switched");
  if (!(result.ok && leaves)) switching?.end();
  return result;
}

/** Hears what another tab tells. */
export function hear(told: Told): void {
  if (told === "switching") {
    begin(longestSwitch);
    return;
  }
  if (told === "switched") switching?.end();
  void ask();
}

function begin(longest: number | null): void {
  switching?.end();
  let resolve = () => {};
  const over = new Promise<void>((done) => {
    resolve = done;
  });
  const timer = longest === null ? undefined : setTimeout(() => begun.end(), longest);
  const begun = {
    over,
    end: () => {
      clearTimeout(timer);
      if (switching === begun) switching = null;
      resolve();
    },
  };
  switching = begun;
}
