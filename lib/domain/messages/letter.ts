import { type Address, addressLines } from "../values/address";
import { accentColors } from "../values/color";
import { shownWebsite } from "../values/website";
import type { Language } from "./message";

/** An email looks like the organization's letter: docs/domain.md, section 5, "Messages". */

export interface LetterLook {
  name: string;
  /** Holds "#rrggbb", or null for the neutral look. */
  accentColor: string | null;
  /** Says where the email finds the picture, and how large it is in pixels. */
  logo: { source: string; width: number; height: number } | null;
  /** Holds the lines below the letter, which say who sends it. */
  footer: readonly string[];
}

/** Holds what stands of the sender below the letter. */
export type Sender = Address & {
  name: string;
  legalName: string | null;
  email: string | null;
  phone: string | null;
  website: string | null;
  vatId: string | null;
  registrationNumber: string | null;
};

/** Returns the lines below a letter, or the name of an organization that has entered nothing else. */
export function letterFooter(sender: Sender, language: Language): string[] {
  const { legalName, name, phone, email, website, vatId, registrationNumber } = sender;
  const parts = [
    [legalName ?? name, ...addressLines(sender, language)],
    [phone, email, website && shownWebsite(website)],
    [vatId && `${language === "de" ? "USt-IdNr." : "VAT ID"} ${vatId}`, registrationNumber],
  ];
  return parts.map((part) => part.filter(Boolean).join(" · ")).filter((line) => line !== "");
}

const neutral = { background: "#3a57d3", text: "#ffffff", link: "#2f48b5" };
const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/**
 * Returns the text of a message as HTML. Whatever people typed stays text, and only `url`, the order's address, becomes
 * a link: a button where a paragraph leads to it.
 */
export function letterHtml(
  text: string,
  { language, url, look }: { language: Language; url: string; look: LetterLook },
): string {
  const accent = accentColors(look.accentColor)?.light ?? neutral;
  const blocks = text.split("\n\n").map((block) => {
    const lead = block.endsWith(`: ${url}`) ? block.slice(0, -`: ${url}`.length) : null;
    return lead === null ? paragraph(block, url, accent.link) : button(lead, url, accent);
  });
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"></head>
<body style="margin:0;padding:0;background:#f0f1f4;color:#1a1d23;font-size:16px;line-height:1.5;${font}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f0f1f4"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;text-align:left">
<tr><td style="padding:24px 32px;background:#ffffff;border-top:4px solid ${accent.background};border-bottom:1px solid #e4e6eb">${head(look)}</td></tr>
<tr><td style="padding:24px 32px;background:#ffffff">
${blocks.join("\n")}
</td></tr>
<tr><td style="padding:16px 32px;color:#5b6270;font-size:13px">${look.footer.map(escapeHtml).join("<br>")}</td></tr>
</table>
</td></tr></table>
</body>
</html>`;
}

/** Returns the logo with the name as its text, or the name. */
function head({ name, logo }: LetterLook): string {
  if (!logo) return `<strong style="font-size:20px">${escapeHtml(name)}</strong>`;
  const scale = Math.min(1, 200 / logo.width, 56 / logo.height);
  const [width, height] = [logo.width, logo.height].map((side) => Math.max(1, Math.round(side * scale)));
  const attributes = `width="${width}" height="${height}" alt="${escapeHtml(name)}"`;
  return `<img src="${escapeHtml(logo.source)}" ${attributes} style="display:block;border:0;font-size:20px;font-weight:600">`;
}

function paragraph(block: string, url: string, color: string): string {
  const link = escapeHtml(url);
  const html = escapeHtml(block)
    .replaceAll("\n", "<br>")
    .replaceAll(link, `<a href="${link}" style="color:${color}">${link}</a>`);
  return `<p style="margin:0 0 16px">${html}</p>`;
}

function button(
  label: string,
  url: string,
  { background, text }: { background: string; text: string },
): string {
  const style = `display:inline-block;padding:10px 20px;border-radius:6px;background:${background};color:${text};font-weight:600;text-decoration:none`;
  return `<p style="margin:24px 0"><a href="${escapeHtml(url)}" style="${style}">${escapeHtml(label)}</a></p>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
