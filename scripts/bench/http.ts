import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";

const agent = new Agent({ keepAlive: true });

type Sent = { method?: string; headers?: Record<string, string> };

/** Asks an address of this machine over connections that stay open, and returns the body. @throws Error unless it is answered with 2xx */
export async function ask(url: string, { method = "GET", headers = {} }: Sent = {}): Promise<string> {
  const response = await new Promise<import("node:http").IncomingMessage>((resolve, reject) => {
    request(url, { agent, method, headers }, resolve).once("error", reject).end();
  });
  const body = await text(response);
  const { statusCode = 0 } = response;
  if (statusCode < 200 || statusCode > 299)
    throw new Error(`${method} ${url} answered ${statusCode}: ${body}`);
  return body;
}
