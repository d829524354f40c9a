import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Page } from "@playwright/test";
import type { DatabaseUrls } from "../../lib/server/database/application-role";
import { startMailServer } from "../../lib/server/testing/processes/mail-server";
import { noSettings } from "../../scripts/test/no-settings.mjs";
import { freePort } from "../fixtures/free-port";
import { expect, test } from "../fixtures/test";

/** A product of this test's own, with a mail server: links go to mailboxes, and nobody else sees them. */

const first = "seven umbrellas in the rain";
const second = "eight umbrellas in the snow";

function run(args: string[], settings: Record<string, string>, input = ""): ChildProcess {
  const env = { ...process.env, ...noSettings, ...settings };
  const child = spawn(process.execPath, args, { env, stdio: ["pipe", "ignore", "inherit"] });
  child.stdin?.end(input);
  return child;
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/login");
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/dashboard$/);
}

async function choose(page: Page, password: string): Promise<void> {
  await page.getByRole("textbox", { name: "New password" }).fill(password);
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Your password is set" })).toBeVisible();
}

test("a person accepts by email, forgets the password, and is signed out elsewhere by a new one", async ({
  ask,
  browser,
}) => {
  const mail = await startMailServer();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = {
    // One role is enough, too.
    DATABASE_URL: (await ask<DatabaseUrls>("emptyDatabase")).ownerUrl,
    PORT: String(port),
    WEB_HOST: "127.0.0.1",
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: "a secret that only this test knows about",
    LOG_LEVEL: "warn",
    SMTP_URL: mail.url,
  };
  const who = ["--organization", "Northwind", "--email", "ada@northwind.example", "--role", "administrator"];
  const tsx = ["--import", "tsx", "--conditions=react-server"];
  const created = run([...tsx, "scripts/user-create.ts", ...who], settings, "my first umbrella\n");
  expect(await once(created, "exit")).toEqual([0, null]);
  const product = run(["scripts/start.mjs"], settings);
  const ended = once(product, "exit");
  await expect.poll(async () => (await fetch(`${url}/api/ready`).catch(() => undefined))?.status).toBe(200);

  const pageOf = async () => (await browser.newContext({ baseURL: url })).newPage();
  /** Returns the newest link of a page in the mailbox of an address. */
  const linkTo = (address: string, path: string) => {
    const sources = mail.received.filter(({ to }) => to.includes(address)).map(({ source }) => source);
    const text =
      sources
        .at(-1)
        ?.replace(/=\r?\n/g, "")
        .replace(/=3D/g, "=") ?? "";
    return new RegExp(`${url}${path}/[\\w-]{43}`).exec(text)?.[0];
  };
  const mailed = async (address: string, path: string) => {
    await expect.poll(() => linkTo(address, path)).toBeDefined();
    return linkTo(address, path) ?? "";
  };

  const admin = await pageOf();
  await signIn(admin, "ada@northwind.example", "my first umbrella");
  await admin.goto("/setup/users/new");
  await admin.getByRole("textbox", { name: "Name" }).fill("Ida Invited");
  await admin.getByRole("textbox", { name: "Email" }).fill("ida@people.example");
  await admin.getByRole("button", { name: "Invite" }).click();
  await expect(admin.getByText("We email an invitation to ida@people.example")).toBeVisible();
  await expect(admin.getByRole("button", { name: "Send a new link for Ida Invited" })).toBeVisible();

  const ida = await pageOf();
  await ida.goto(await mailed("ida@people.example", "/welcome"));
  await choose(ida, first);
  await signIn(ida, "ida@people.example", first);
  await admin.goto("/messages");
  await admin.getByRole("link", { name: "Your access to Northwind" }).click();
  await expect(admin.getByRole("region", { name: "Preview" })).toContainText(`${url}/welcome/•••`);
  await expect(admin.getByRole("button", { name: "Resend" })).toBeHidden();

  const elsewhere = await pageOf();
  const said: string[] = [];
  for (const address of ["nobody@people.example", "ida@people.example"]) {
    await elsewhere.goto("/login");
    await elsewhere.getByRole("link", { name: "Forgot your password?" }).click();
    await expect(elsewhere.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
    await elsewhere.getByRole("textbox", { name: "Email" }).fill(address);
    await elsewhere.getByRole("button", { name: "Send the link" }).click();
    const status = elsewhere.getByRole("status").filter({ hasText: address });
    said.push(((await status.textContent()) ?? "").replace(address, ""));
  }
  expect(said[0]).toBe(said[1]);
  await elsewhere.goto(await mailed("ida@people.example", "/new-password"));
  await choose(elsewhere, second);
  await signIn(elsewhere, "ida@people.example", second);
  await ida.goto("/orders");
  await expect(ida).toHaveURL(/\/login/);
  expect(mail.received.filter(({ to }) => to.includes("nobody@people.example"))).toEqual([]);

  await elsewhere.goto("/profile");
  const part = elsewhere.getByRole("region", { name: "Email address" });
  await part.getByRole("textbox", { name: "New email address" }).fill("ida@new.example");
  await part.getByRole("textbox", { name: "Your password" }).fill(second);
  await part.getByRole("button", { name: "Change email address" }).click();
  await expect(elsewhere.getByText("We email a link to ida@new.example")).toBeVisible();
  await elsewhere.goto(await mailed("ida@new.example", "/confirm-email"));
  await elsewhere.getByRole("button", { name: "Confirm ida@new.example" }).click();
  await expect(elsewhere.getByRole("status").filter({ hasText: "The address is confirmed" })).toBeVisible();
  const told = () => mail.received.filter(({ to }) => to.includes("ida@people.example")).length;
  // The invitation, the link, its use, and the notice of the new address.
  await expect.poll(told).toBe(4);
  await signIn(await pageOf(), "ida@new.example", second);

  product.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  await mail.close();
});
