"use client";

import { MantineProvider } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { Toaster } from "@/components/feedback/toaster";
import { replayEarlyInput } from "@/components/form/early-input";
import { type Locale, LocaleProvider } from "@/components/format/locale";
import { theme } from "./theme";

interface ProvidersProps {
  nonce: string;
  locale: Locale;
  children: ReactNode;
}

export function Providers({ nonce: latestNonce, locale, children }: ProvidersProps) {
  // A refresh brings the nonce of another response, while the page keeps the policy that it came with.
  const [nonce] = useState(latestNonce);
  useEffect(() => {
    // The scroll lock of dialogs reads it, which puts a style element into the page.
    (globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = nonce;
    tellTimeZone();
  }, [nonce]);
  useEffect(replayEarlyInput, []);

  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <LocaleProvider {...locale}>
        {children}
        <Toaster />
      </LocaleProvider>
    </MantineProvider>
  );
}

/** Tells the server the browser's time zone, which it knows from the next request on. */
function tellTimeZone() {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `time-zone=${timeZone}; path=/; max-age=31536000; samesite=lax`;
}
