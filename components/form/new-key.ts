/** An idempotency key, made once for a form: pressed again because an answer was lost, the same is answered. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("-");
}
