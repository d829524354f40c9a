/**
 * Receives webhooks: verifies that Order Desk sent them, ignores what it already has, and says what it heard. SECRET is the
 * webhook's, and PORT is where it listens. `npm install standardwebhooks` brings the library.
 */
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { Webhook, WebhookVerificationError } from "standardwebhooks";

const { SECRET = "", PORT = "4000" } = process.env;
const webhook = new Webhook(SECRET);
/** A program of yours would keep the ids beside its data, in the same transaction. */
const seen = new Set<string>();

type Message = { type: string; data: { order: { code: string } | null } };

createServer(async (request, response) => {
  // The signature is of the body as it came, so that it is verified before it is parsed.
  const body = await text(request);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  try {
    const { type, data } = webhook.verify(body, headers) as Message;
    const id = headers["webhook-id"] ?? "";
    const isNew = !seen.has(id);
    seen.add(id);
    if (isNew) process.stdout.write(`Heard ${type}${data.order ? ` of order ${data.order.code}` : ""}\n`);
    // Answer at once, and do the work afterwards: after 20 seconds without an answer, the event is sent again.
    response.writeHead(204).end();
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    response.writeHead(401).end();
  }
}).listen(Number(PORT), () => process.stdout.write(`Listening on port ${PORT}\n`));
