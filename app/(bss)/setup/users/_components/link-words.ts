/** Names what makes a new link: an email carries it, or the administrator. */
export function newLinkVerb(mailIsSent: boolean): string {
  return mailIsSent ? "Send a new link" : "Make a new link";
}
