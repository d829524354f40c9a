import { VisuallyHidden } from "@mantine/core";

export type News = { text: string; count: number };

/** Read by a screen reader each time, since each time it is another element. */
export function Announcer({ news }: { news: News }) {
  return (
    <VisuallyHidden component="p" aria-live="polite">
      <span key={news.count}>{news.text}</span>
    </VisuallyHidden>
  );
}
