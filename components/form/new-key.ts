/** Makes an idempotency key for a form, so that pressing again after a lost answer gets the same answer. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("-");
}
