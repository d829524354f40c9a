import type { APIRequestContext, APIResponse } from "@playwright/test";
import type { useless } from "../fixtures/backstage";
import { filled, routesOf } from "../fixtures/routes";
import { type ServerAction, serverActions } from "../fixtures/server-actions";
import { expect, test } from "../fixtures/test";

/**
 * Every page, route and server action there is, found in the file system and in the build so that no new one is left out, asked
 * in a session that has ended or lacks something by now. See docs/domain.md, section 7, "Sessions".
 */

const nobody = "00000000-0000-4000-8000-000000000000";
const pages = routesOf("page.tsx");
const handlers = routesOf("route.ts");

/** Pages for everybody: of those who are about to sign in, who hold a link, or who write programs. */
const openPages = [
  "/login",
  "/login/second-factor",
  "/forgot-password",
  "/welcome/[secret]",
  "/new-password/[secret]",
  "/confirm-email/[secret]",
  "/api/docs",
  "/api/docs/problems/[code]",
];
/** Routes that ask for no session: they answer everybody the same, or machines that identify themselves otherwise. */
const openHandlers = [
  "/home",
  "/api/[...missing]",
  "/api/auth/[...nextauth]",
  "/api/health",
  "/api/mcp",
  "/api/metrics",
  "/api/oauth/token",
  "/api/payments/[driver]",
  "/api/provisioning/callback/[organization]",
  "/api/ready",
  "/api/v1/[...path]",
  "/api/v1/openapi.json",
  "/tmf-api/productOrderingManagement/v4/[...path]",
];
/** Server actions of those who are about to sign in or out, or hold a link. */
const openActions = [
  "askForLinkAction",
  "beginByLinkAction",
  "beginPasskeyAction of login",
  "choosePasswordAction",
  "confirmEmailAction",
  "finishByCodeAction",
  "finishByPasskeyAction",
  "signInAction",
  "signInByPasskeyAction",
  "signOutAction",
  "signOutForLinkAction",
];
/** What people do to set up a second factor, before they may do anything else. */
const setUpFactor = ["addPasskeyAction", "beginAppAction", "beginPasskeyAction", "confirmAppAction"];

const nameOf = ({ name, file }: ServerAction) =>
  name === "beginPasskeyAction" && file.includes("/login/") ? `${name} of login` : name;

type Asking = { request: APIRequestContext; baseURL: string | undefined; cookie: string };

/** Asks for an address as a browser with this cookie does, and follows no redirect. */
function ask({ request, cookie }: Asking, method: string, address: string, sent: object = {}) {
  return request.fetch(address, {
    ...{ method, maxRedirects: 0, ...sent },
    headers: { cookie, ...(sent as { headers?: object }).headers },
  });
}

/**
 * Says where the parts of a page lead that a link of another page asks for. Layout and page are drawn apart, so the page has to
 * ask for the session itself, too.
 */
async function toldByLink(asking: Asking, address: string): Promise<string> {
  const client = { headers: { rsc: "1" } };
  // Next.js answers under an address of its own, so that no cache takes these parts for the page.
  const { location = "" } = (await ask(asking, "GET", address, client)).headers();
  expect(location, address).toContain("_rsc");
  const parts = await (await ask(asking, "GET", location, client)).text();
  const leads = [...parts.matchAll(/"digest":"NEXT_REDIRECT;replace;([^?;]*)/g)].map(([, to]) => to);
  return [...new Set(leads), leads.length > 1 ? "from layout and page" : ""].join(" ").trim();
}

/** Actions of forms that work before the page's scripts have run. React sends a form so, behind the state of before. */
const ofForms = ["declineAction", "joinAction"];
const sentForm = { multipart: { "1_secret": "unknown", "0": '[null,"$K1"]' } };

function act(asking: Asking, { id, name, route }: ServerAction): Promise<APIResponse> {
  const headers = { "next-action": id, origin: asking.baseURL ?? "", accept: "text/x-component" };
  const sent = ofForms.includes(name)
    ? { headers, ...sentForm }
    : { headers: { ...headers, "content-type": "text/plain;charset=UTF-8" }, data: "[{}]" };
  return ask(asking, "POST", filled(route, nobody), sent);
}

/** What else an address has to say to be asked for a session at all. */
const complete: Record<string, string> = {
  "/orders/options/[what]": "/orders/options/accounts",
  "/switch-organization": `/switch-organization?to=${nobody}`,
};
const addressOf = (route: string) => complete[route] ?? filled(route, nobody);

/** Says what an answer tells: its status, where it leads to, and the reason why an action was refused. */
async function told(answer: APIResponse): Promise<string> {
  const { location } = answer.headers();
  const [, reason] = /"ok":false,"reason":"(\w+)"/.exec(await answer.text()) ?? [];
  return [answer.status(), location?.replace(/\?.*/, ""), reason].filter(Boolean).join(" ");
}

/** Returns what every page, route and action tells this session, but for those that ask for none. */
async function toldEverywhere(
  asking: Asking,
): Promise<Record<"pages" | "links" | "handlers" | "actions", Told>> {
  const all = { pages: {} as Told, links: {} as Told, handlers: {} as Told, actions: {} as Told };
  for (const route of pages.filter((one) => !openPages.includes(one))) {
    all.pages[route] = await told(await ask(asking, "GET", addressOf(route)));
    if (route !== leadsOn) all.links[route] = await toldByLink(asking, addressOf(route));
  }
  for (const route of handlers.filter((one) => !openHandlers.includes(one))) {
    for (const method of ["GET", "POST"]) {
      const tells = await told(
        await ask(asking, method, addressOf(route), method === "POST" ? { data: "{}" } : {}),
      );
      if (tells !== "405") all.handlers[`${method} ${route}`] = tells;
    }
  }
  for (const one of serverActions().filter((action) => !openActions.includes(nameOf(action)))) {
    all.actions[`${one.name} in ${one.file}`] = await told(await act(asking, one));
  }
  return all;
}

type Told = Record<string, string>;

/** Keeps what differs from what is expected, so that a failure names each door that is open. */
const unlike = (tells: Told, expected: (name: string) => string) =>
  Object.fromEntries(Object.entries(tells).filter(([name, one]) => one !== expected(name)));

/** Pages whose layout asks for no session. */
const alone = ["/", "/joined", "/second-factor"];
/** Shows nothing, and leads to a list whatever the session. */
const leadsOn = "/storefront/billing";
const partsLead = (to: string) => (route: string) =>
  alone.includes(route) ? to : `${to} from layout and page`;

const leadsBack = "/storefront/payments/[id]/return";

test("everything is found, and what is named here as open exists", () => {
  expect(pages.length).toBeGreaterThan(70);
  expect(handlers.length).toBeGreaterThan(25);
  expect(openPages.filter((one) => !pages.includes(one))).toEqual([]);
  expect(openHandlers.filter((one) => !handlers.includes(one))).toEqual([]);
  const names = serverActions().map(nameOf);
  expect(names.length).toBeGreaterThan(90);
  expect([...openActions, ...setUpFactor].filter((one) => !names.includes(one))).toEqual([]);
});

const ended: (keyof typeof useless)[] = [
  "was signed out",
  "was ended by its person on another device",
  "was ended by an administrator",
  "belongs to somebody who was deactivated",
  "began with a password that was changed",
  "was not used for too long",
  "began too long ago",
];

for (const way of ["is none", ...ended] as const) {
  test(`a session that ${way} opens nothing`, async ({ request, baseURL, ask: askBackstage }) => {
    const token = way === "is none" ? "" : await askBackstage<string>("uselessSession", way);
    const asking = { request, baseURL, cookie: `next-auth.session-token=${token}` };
    const { pages, links, handlers, actions } = await toldEverywhere(asking);
    expect(unlike(pages, () => "307 /login")).toEqual({});
    expect(unlike(links, partsLead("/login"))).toEqual({});
    expect(unlike(handlers, (name) => (name.endsWith(leadsBack) ? "307 /login" : "401"))).toEqual({});
    expect(unlike(actions, () => "200 signed_out")).toEqual({});
  });
}

test("a session that lacks the second factor that is required by now opens only what sets one up", async ({
  request,
  baseURL,
  ask: askBackstage,
}) => {
  const token = await askBackstage<string>(
    "uselessSession",
    "lacks the second factor that is required by now",
  );
  const asking = { request, baseURL, cookie: `next-auth.session-token=${token}` };
  const { pages, links, handlers, actions } = await toldEverywhere(asking);
  // The start page leads there by way of the sign-in.
  const own: Told = { "/": "307 /login", "/second-factor": "200" };
  expect(unlike(pages, (route) => own[route] ?? "307 /second-factor")).toEqual({});
  const parts = partsLead("/second-factor");
  const ownParts: Told = { "/": "/login", "/second-factor": "" };
  expect(unlike(links, (route) => ownParts[route] ?? parts(route))).toEqual({});
  // It may leave for another organization of its person that requires none. The one that is asked for does not exist.
  const ownRoutes: Told = {
    [`GET ${leadsBack}`]: "307 /second-factor",
    "POST /switch-organization": "409",
  };
  expect(unlike(handlers, (name) => ownRoutes[name] ?? "401")).toEqual({});
  const refused = unlike(actions, () => "200 signed_out");
  expect(
    Object.keys(refused)
      .map((name) => name.split(" ")[0])
      .sort(),
  ).toEqual(setUpFactor);
});

test("a session whose person has another role by now opens what that one opens", async ({
  request,
  baseURL,
  ask: askBackstage,
}) => {
  const token = await askBackstage<string>("uselessSession", "is a customer's by now");
  const asking = { request, baseURL, cookie: `next-auth.session-token=${token}` };
  const { pages, links, handlers, actions } = await toldEverywhere(asking);
  const ofStaff = (tells: Told, own: RegExp) =>
    Object.fromEntries(Object.entries(tells).filter(([name]) => !own.test(name)));
  expect(unlike(ofStaff(pages, /^\/(storefront|second-factor|joined)/), () => "307 /storefront")).toEqual({});
  const parts = partsLead("/storefront");
  expect(unlike(ofStaff(links, /^\/(storefront|second-factor|joined)/), parts)).toEqual({});
  const closed = ofStaff(handlers, /storefront|signed-in|switch-organization/);
  expect(Object.values(closed).filter((tells) => !/^40[34]/.test(tells))).toEqual([]);
  const ofBss = ofStaff(actions, /in app\/(storefront|_components|\(auth\))/);
  expect(unlike(ofBss, () => "200 forbidden")).toEqual({});
});
