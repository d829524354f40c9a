import { useCurrentUser } from "@/components/layout/current-user";
import { startOf } from "./navigation";

/** Returns the way to the page where the person begins, as a button of a page that is none. */
export function useStart(): { label: string; href: string } {
  const { label, href } = startOf(useCurrentUser().permissions);
  return { label: `Go to ${href === "/dashboard" ? "the dashboard" : label}`, href };
}
