import { pageOfHeader } from "@/lib/schemas/page-of";
import { otherStore } from "./other";
import { hearTabs, type Told, tellTabs } from "./tabs";

/**
 * Knows for whom the server drew this tab. All tabs of a browser share one session, so somebody who goes to another organization
 * in one tab leaves the others behind: see docs/domain.md, section 7, "Several organizations". What asks and waits is loaded
 * when it is wanted.
 */

let owner: string | null = null;

/** Says for whom the page was drawn, to the server with each request, and to the other tabs. */
export function claimPage(userId: string): void {
  if (!owner) {
    hearTabs(hear);
    sendOwner();
  }
  owner = userId;
  otherStore.set(null);
  tellTabs({ owner });
}

/** Returns the user for whom the page was drawn, once it is at work. */
export function pageOwner(): string | null {
  return owner;
}

/** Tells whether the page still belongs to who is signed in, as the server says. It also does where nobody is, and after no answer. */
export async function isStillOwn(): Promise<boolean> {
  if (owner) await asking(({ ask }) => ask());
  return otherStore.get() === null;
}

function hear(told: Told): void {
  if (typeof told === "object" && told.owner === owner && !otherStore.get()) return;
  void asking((module) => module.hear(told));
}

/** Does what is loaded for it, one after the other as it was asked for. A chunk that does not arrive counts as a server that does not answer. */
function asking(work: (module: typeof import("./asking")) => void | Promise<void>): Promise<void> {
  return import("./asking").then(work, () => {});
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
