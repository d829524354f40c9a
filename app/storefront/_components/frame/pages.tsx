import { LinkButton } from "@/components/layout/link-button";
import classes from "./pages.module.css";

interface PagesProps {
  label: string;
  page: { next: string | null; previous: string | null };
  path: string;
  /** What else the address says. */
  params?: Record<string, string>;
}

/** On to the neighbouring pages of a list; nothing when there is one page alone. */
export function Pages({ label, page, path, params = {} }: PagesProps) {
  if (!page.next && !page.previous) return null;
  const href = (cursor: string) => {
    const filled = Object.entries({ ...params, cursor }).filter(([, value]) => value !== "");
    return `${path}?${new URLSearchParams(filled)}`;
  };
  return (
    <nav aria-label={label} className={classes.pages}>
      {page.previous && (
        <LinkButton href={href(page.previous)} variant="default">
          Previous
        </LinkButton>
      )}
      {page.next && (
        <LinkButton href={href(page.next)} variant="default">
          Next
        </LinkButton>
      )}
    </nav>
  );
}
