import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { sentAddress } from "@/lib/domain/values/email";
import { config } from "../kernel/config";

export type Mail = {
  /** The same on every try, so that a reader's mail program can tell. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** What the HTML shows by its content id. */
  pictures?: { cid: string; mediaType: string; data: Uint8Array }[];
};

/** `final` when trying again is no use: the server has refused for good. */
export type MailOutcome = { ok: true } | { ok: false; reason: string; final: boolean };

/** A way to send mail. */
export type MailDriver = { send(mail: Mail): Promise<MailOutcome> };

let driver: MailDriver | undefined;

/** The mail server of SMTP_URL; undefined where none is set. */
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

/** How long each step of a try may take, in milliseconds; all of them together stay below the lease of a message. */
const patience = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
};

/** The address with them: beside one, the library takes no other options. */
function withPatience(url: string): string {
  const address = new URL(url);
  for (const [name, ms] of Object.entries(patience)) address.searchParams.set(name, String(ms));
  return address.href;
}
