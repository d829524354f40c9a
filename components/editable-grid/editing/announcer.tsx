import { VisuallyHidden } from "@mantine/core";

export type News = { text: string; count: number };

/** Lets a screen reader read each message, also the same one twice, since each is a new element. */
export function Announcer({ news }: { news: News }) {
  return (
    <VisuallyHidden component="p" aria-live="polite">
      <span key={news.count}>{news.text}</span>
    </VisuallyHidden>
  );
}
