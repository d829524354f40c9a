import "server-only";

/**
 * Returns a text that is written while it is sent, so that a file of any size takes little memory. It breaks off once it may not
 * go on, which is asked before each part.
 */
export function streamOf(
  text: AsyncGenerator<string>,
  mayGoOn: () => Promise<boolean> = async () => true,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      if (!(await mayGoOn())) throw new Error("The session ended while its file was sent");
      const { done, value } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await text.return(undefined);
    },
  });
}
