import classes from "./grid.module.css";

export type News = { text: string; count: number };

/** Read by a screen reader each time, since each time it is another element. */
export function Announcer({ news }: { news: News }) {
  return (
    <p className={classes.hidden} aria-live="polite">
      <span key={news.count}>{news.text}</span>
    </p>
  );
}
