/**
 * Tells whether the person is back on a page that they never meant to leave: by a reload, Back, or a sign-in that had
 * run out.
 */
export function cameBack(): boolean {
  const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (visit?.type === "reload" || visit?.type === "back_forward") return true;
  return [visit?.name, document.referrer].some((address) => address && isSignIn(address));
}

function isSignIn(address: string): boolean {
  const { origin, pathname } = new URL(address);
  return origin === location.origin && pathname === "/login";
}
