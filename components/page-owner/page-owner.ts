import { pageOfHeader, type SignedInNow } from "@/lib/schemas/page-of";

/**
 * Knows for whom the server drew this tab. All tabs of a browser share one session, so somebody who goes to another organization
 * in one tab leaves the others behind: see docs/domain.md, section 7, "Several organizations".
 */

/** Is what tabs tell each other: for whom a page was drawn, or that one goes to another organization, or has gone. */
type Told = { owner: string } | "switching" | "switched";

/** Bounds how long tabs wait for one that goes to another organization, and may have been closed meanwhile. */
const longestSwitch = 10_000;

let owner: string | null = null;
/** Is who is signed in by now, if that is somebody else. */
let other: SignedInNow | null = null;
let tabs: BroadcastChannel | undefined;
/** Is there while a tab goes to another organization, when the old session has ended and the new cookie is on its way. */
let switching: { over: Promise<void>; end: () => void } | null = null;
const listeners = new Set<() => void>();

/** Says for whom the page was drawn, to the server with each request, and to the other tabs. */
export function claimPage(userId: string): void {
  if (!tabs) {
    tabs = new BroadcastChannel("order-desk:page-of");
    tabs.addEventListener("message", ({ data }: MessageEvent<Told>) => hear(data));
    sendOwner();
  }
  owner = userId;
  set(null);
  tell({ owner });
}

/** Returns the user for whom the page was drawn, once it is at work. */
export function pageOwner(): string | null {
  return owner;
}

/** Asks the server whether the page still belongs to who is signed in. It also does where nobody is, and after no answer. */
export async function isStillOwn(): Promise<boolean> {
  if (!owner) return true;
  await switching?.over;
  const response = await fetch("/signed-in").catch(() => null);
  const now: SignedInNow | null = response?.ok ? await response.json() : null;
  set(now?.other ? now : null);
  return other === null;
}

/**
 * Goes to another organization by `go`, while no tab asks who is signed in. This one goes on as soon as it is there, or asks no
 * more if it is left.
 */
export async function whileSwitching<Value extends { ok: boolean }>(
  go: () => Promise<Value>,
  { leaves }: { leaves: boolean },
): Promise<Value> {
  tell("switching");
  begin(leaves ? null : longestSwitch);
  const result = await go();
  tell("switched");
  if (!(result.ok && leaves)) switching?.end();
  return result;
}

export const otherStore = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  get: () => other,
  atServer: (): SignedInNow | null => null,
};

function tell(what: Told): void {
  tabs?.postMessage(what);
}

function hear(told: Told): void {
  if (told === "switching") {
    begin(longestSwitch);
    return;
  }
  if (told === "switched") switching?.end();
  else if (told.owner === owner && !other) return;
  void isStillOwn();
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

function set(next: SignedInNow | null): void {
  if (next?.other === other?.other) return;
  other = next;
  for (const listener of listeners) listener();
}

/** Next.js has no place for a header of all requests of a page, so this adds it to the browser's own `fetch`. */
function sendOwner(): void {
  const send = window.fetch;
  window.fetch = (input, init) => {
    const request = typeof input === "object" && "url" in input ? input : null;
    const url = new URL(request?.url ?? String(input), location.href);
    if (!owner || url.origin !== location.origin) return send(input, init);
    const headers = new Headers(init?.headers ?? request?.headers);
    headers.set(pageOfHeader, owner);
    return send(input, { ...init, headers });
  };
}
