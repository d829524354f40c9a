import { readdirSync } from "node:fs";

const migrations = readdirSync(`${import.meta.dirname}/prisma/migrations`, { withFileTypes: true });
const latestMigration = migrations
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
  .at(-1);

/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // A second copy in the same folder (tests beside a running one) builds into a folder of its own.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // What /api/ready asks the database for.
  env: { LATEST_MIGRATION: latestMigration ?? "" },
  // `npm test` checks the types; a plain start of the product need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // No page has a picture that Next.js would scale, so it answers no request for one, and its decoder can stay out of the image.
  images: { unoptimized: true },
  // They read files of their own at run time; the fonts of the PDFs go with the server.
  serverExternalPackages: ["pdfkit", "fontkit", "subset-font"],
  outputFileTracingIncludes: {
    "/**/pdf": [
      "./node_modules/@expo-google-fonts/inter/{400Regular,600SemiBold}/*.ttf",
      "./node_modules/@fontsource-variable/{vazirmatn,noto-sans-*}/{unicode.json,files/*-wght-normal.woff2}",
      "./node_modules/{harfbuzzjs,wawoff2,woff2sfnt-sfnt2woff,fontverter,subset-font}/**/*",
    ],
  },
  // Of every answer, scripts and styles too. What differs from page to page is in proxy.ts, and scripts/start/default-policy.mjs
  // has the content security policy of all else.
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
        { key: "x-content-type-options", value: "nosniff" },
        { key: "x-frame-options", value: "DENY" },
        { key: "cross-origin-opener-policy", value: "same-origin" },
        {
          key: "permissions-policy",
          value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        },
      ],
    },
    // Their address holds a secret, which no other site and no cache gets to see.
    ...["welcome", "new-password", "confirm-email"].map((page) => ({
      source: `/${page}/:secret`,
      headers: [
        { key: "referrer-policy", value: "same-origin" },
        { key: "cache-control", value: "private, no-store" },
        { key: "x-robots-tag", value: "noindex, nofollow" },
      ],
    })),
  ],
  // A title that is streamed after its page is gone for a moment whenever the page is brought up to date,
  // and a screen reader then names the address. So each answer waits for its title.
  htmlLimitedBots: /.*/,
  reactStrictMode: true,
  poweredByHeader: false,
  experimental: {
    optimizePackageImports: ["@mantine/core", "@mantine/hooks", "@mantine/form", "@tabler/icons-react"],
    // docs/domain.md, section 7, "Requests". What is longer is cut off, and then refused by whoever reads it.
    serverActions: { bodySizeLimit: "1mb" },
    proxyClientMaxBodySize: "2mb",
    // The web server writes no files, so that it also runs where it may not, as in its container.
    isrFlushToDisk: false,
    // forbidden() answers 403 with app/(bss)/forbidden.tsx.
    authInterrupts: true,
    // Types of pages and routes come through next-env.d.ts, so that Next does not rewrite tsconfig.json.
    strictRouteTypes: true,
  },
};
