import { pageOfHeader, type SignedInNow } from "@/lib/schemas/page-of";

/**
 * Knows for whom the server drew this tab. All tabs of a browser share one session, so somebody who goes to another organization
 * in one tab leaves the others behind: see docs/domain.md, section 7, "Several organizations".
 */

let owner: string | null = null;
/** Is who is signed in by now, if that is somebody else. */
let other: SignedInNow | null = null;
let tabs: BroadcastChannel | undefined;
const listeners = new Set<() => void>();

/** Says for whom the page was drawn, to the server with each request, and to the other tabs. */
export function claimPage(userId: string): void {
  if (!tabs) {
    tabs = new BroadcastChannel("order-desk:page-of");
    tabs.addEventListener("message", ({ data }) => {
      if (owner && (data !== owner || other)) void isStillOwn();
    });
    sendOwner();
  }
  owner = userId;
  set(null);
  tabs.postMessage(userId);
}

/** Returns the user for whom the page was drawn, once it is at work. */
export function pageOwner(): string | null {
  return owner;
}

/** Asks the server whether the page still belongs to who is signed in. It also does where nobody is, and after no answer. */
export async function isStillOwn(): Promise<boolean> {
  if (!owner) return true;
  const response = await fetch("/signed-in").catch(() => null);
  const now: SignedInNow | null = response?.ok ? await response.json() : null;
  set(now?.other ? now : null);
  return other === null;
}

export const otherStore = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  get: () => other,
  atServer: (): SignedInNow | null => null,
};

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
