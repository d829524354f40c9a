import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";
import { text } from "node:stream/consumers";
import { makeUser, type TestOrganization } from "../../lib/server/testing/factories/basics";
import { startWeb } from "./product";
import { against, type Line } from "./report";

const wrongSignIns = 300;
const atATime = 40;
const rounds = 3;
const pages = 60;

type Answer = { status: number; cookies: string[]; body: string };
type Sent = { cookie?: string; form?: Record<string, string>; address?: string };

/**
 * Measures how long other pages take while many people enter wrong passwords, against how long they take alone, in turns. Each
 * wrong sign-in comes from an address of its own, since a locked one would cost nothing.
 */
export async function benchSignIns(
  databaseUrl: string,
  here: TestOrganization,
  orders: number,
): Promise<Line[]> {
  const { email, password } = await makeUser(here, { role: "operator" });
  const web = await startWeb(databaseUrl, { TRUSTED_PROXIES: "1" });
  try {
    const visitor = new Visitor(web.url);
    const { token, csrfCookie } = await visitor.csrf();
    const signIn = (typed: string, address: string) =>
      visitor.send("/api/auth/callback/credentials", {
        cookie: csrfCookie,
        form: { csrfToken: token, email, password: typed, json: "true" },
        address,
      });
    const signedIn = await signIn(password, "192.0.2.1");
    const cookie = signedIn.cookies.join("; ");

    const pageTime = async () => {
      const begun = performance.now();
      const { status } = await visitor.send("/orders", { cookie });
      if (status !== 200) throw new Error(`The page answered ${status}`);
      return performance.now() - begun;
    };
    for (let i = 0; i < 20; i++) await pageTime();

    const alone: number[] = [];
    const beside: number[] = [];
    let addresses = 0;
    for (let round = 0; round < rounds; round++) {
      for (let i = 0; i < pages; i++) alone.push(await pageTime());
      let left = wrongSignIns;
      let going = true;
      const storm = Promise.all(
        Array.from({ length: atATime }, async () => {
          while (left-- > 0) {
            const address = `198.18.${addresses >> 8}.${addresses++ & 255}`;
            const { status } = await signIn("not this one", address);
            if (status !== 401) throw new Error(`A wrong sign-in was answered ${status}`);
          }
        }),
      ).finally(() => {
        going = false;
      });
      while (going) beside.push(await pageTime());
      await storm;
    }
    const what = `A page beside ${wrongSignIns} wrong sign-ins, ${atATime} at a time: 95th percentile`;
    return [against(what, orders, [percentile(beside), percentile(alone)], 2)];
  } finally {
    await web.stop();
  }
}

class Visitor {
  private readonly agent = new Agent({ keepAlive: true });
  constructor(private readonly url: string) {}

  async csrf(): Promise<{ token: string; csrfCookie: string }> {
    const { body, cookies } = await this.send("/api/auth/csrf");
    return { token: JSON.parse(body).csrfToken, csrfCookie: cookies.join("; ") };
  }

  async send(path: string, { cookie, form, address }: Sent = {}): Promise<Answer> {
    const headers = {
      ...(cookie && { cookie }),
      ...(address && { "x-forwarded-for": address }),
      ...(form && { "content-type": "application/x-www-form-urlencoded" }),
    };
    const response = await new Promise<import("node:http").IncomingMessage>((resolve, reject) => {
      const method = form ? "POST" : "GET";
      const sent = request(this.url + path, { agent: this.agent, method, headers }, resolve);
      sent.once("error", reject).end(form && new URLSearchParams(form).toString());
    });
    const cookies = (response.headers["set-cookie"] ?? []).map((set) => set.split(";")[0] ?? "");
    return { status: response.statusCode ?? 0, cookies, body: await text(response) };
  }
}

function percentile(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;
}
