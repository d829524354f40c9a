import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { sentAddress } from "@/lib/domain/values/email";
import { config } from "../kernel/config";

export type Mail = {
  /** Stays the same on every try, so that the reader's mail program recognizes a duplicate. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Holds the pictures that the HTML shows by their content id. */
  pictures?: { cid: string; mediaType: string; data: Uint8Array }[];
};

/** Says how a try ended. `final` means that the server has refused for good, so that another try is useless. */
export type MailOutcome = { ok: true } | { ok: false; reason: string; final: boolean };

/** Sends mail in one way. */
export type MailDriver = { send(mail: Mail): Promise<MailOutcome> };

let driver: MailDriver | undefined;

/** Returns the mail server of SMTP_URL, or undefined if none is set. */
export function smtp(): MailDriver | undefined {
  const { mail } = config();
  if (mail) driver ??= smtpDriver(mail);
  return driver;
}

export function smtpDriver({ url, from }: { url: string; from: string }): MailDriver {
  const transport: Transporter = createTransport(withPatience(url), { from });
  const domain = from.match(/@([^@>]+)>$/)?.[1] ?? "localhost";
  return {
    async send({ id, pictures = [], ...mail }) {
      try {
        const headers = { "Auto-Submitted": "auto-generated" };
        const to = { ...mail.to, address: sentAddress(mail.to.address) ?? mail.to.address };
        const attachments = pictures.map(({ cid, mediaType, data }) => ({
          cid,
          filename: `logo.${mediaType.split("/")[1]}`,
          contentType: mediaType,
          contentDisposition: "inline" as const,
          content: Buffer.from(data),
        }));
        await transport.sendMail({ ...mail, to, attachments, messageId: `<${id}@${domain}>`, headers });
        return { ok: true };
      } catch (error) {
        const { message, responseCode = 0 } = error as Error & { responseCode?: number };
        return { ok: false, reason: message, final: responseCode >= 500 };
      }
    },
  };
}

/** Limits each step of a try, in milliseconds. All of them together stay below the lease of a message. */
const patience = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
};

/** Adds the limits to the address, because the library ignores all other options if it gets an address. */
function withPatience(url: string): string {
  const address = new URL(url);
  for (const [name, ms] of Object.entries(patience)) address.searchParams.set(name, String(ms));
  return address.href;
}
