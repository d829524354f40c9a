/** Is what tabs tell each other: for whom a page was drawn, or that one goes to another organization, or has gone. */
export type Told = { owner: string } | "switching" | "switched";

let channel: BroadcastChannel | undefined;

/** Hears what the other tabs of this browser tell from now on. */
export function hearTabs(hear: (told: Told) => void): void {
  channel = new BroadcastChannel("order-desk:page-of");
  channel.addEventListener("message", ({ data }: MessageEvent<Told>) => hear(data));
}

/** Tells the other tabs of this browser. */
export function tellTabs(told: Told): void {
  channel?.postMessage(told);
}
