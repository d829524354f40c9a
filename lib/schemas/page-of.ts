/** A page tells with each of its requests for whom it was drawn: docs/domain.md, section 7, "Several organizations". */

export const pageOfHeader = "x-page-of";
/** Says the same in the address of a file or stream, whose request takes no header of ours. */
export const pageOfParameter = "of";

/** Returns the address with the user for whom the page was drawn. */
export function ofPage(address: string, userId: string): string {
  return `${address}${address.includes("?") ? "&" : "?"}${pageOfParameter}=${userId}`;
}

/** Says who is signed in now, as an open page asks. */
export type SignedInNow = {
  userId: string;
  organization: string;
  /** Says in words why the page can't be used, or is null if it is theirs. */
  other: string | null;
  /** Names the page's organization, if they can go back there. */
  returnTo: { id: string; name: string } | null;
};
