import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import "@fontsource-variable/inter/wght.css";
import { rememberEarlyInput } from "@/components/form/early-input";
import "./globals.css";
import { requestLocale } from "@/lib/domain/format/request-locale";
import { Providers } from "./providers";

export const metadata: Metadata = {
  title: { template: "%s · Order Desk", default: "Order Desk" },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f7f8fa" },
    { media: "(prefers-color-scheme: dark)", color: "#16181c" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [requestHeaders, requestCookies] = await Promise.all([headers(), cookies()]);
  const nonce = requestHeaders.get("x-nonce") ?? "";
  const locale = {
    locale: requestLocale(requestHeaders.get("accept-language")),
    timeZone: requestCookies.get("time-zone")?.value ?? "UTC",
    companyTimeZone: "UTC",
    renderedAt: Date.now(),
  };

  return (
    <html lang="en" {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a text of our own
          dangerouslySetInnerHTML={{ __html: rememberEarlyInput }}
        />
      </head>
      <body>
        <Providers nonce={nonce} locale={locale}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
