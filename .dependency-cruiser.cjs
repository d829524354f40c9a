// The arrows of docs/architecture.md: which room may import from which. Checked by `npm test`.
const test = "\\.test\\.tsx?$";
const testing = "^lib/server/testing/";
const simulator = "^lib/server/vendor-simulator/";

/** From a layer, only these: other folders by path, packages by name. */
const only = (name, from, folders, packages) => ({
  name,
  comment: `${name} may import ${[...folders, ...packages].join(", ")} and nothing else`,
  severity: "error",
  from: { path: from, pathNot: test },
  to: {
    pathNot: [...folders, ...packages.map((one) => `^node_modules/(@types/)?${one}/`)],
  },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      from: { pathNot: "^lib/generated/" },
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment:
        "what is imported exists and stands in package.json; the maker of the API's types has a package.json of its own",
      severity: "error",
      from: { pathNot: "^scripts/api-client/" },
      to: { couldNotResolve: true },
    },
    only(
      "the domain",
      "^lib/domain/",
      ["^lib/domain/"],
      ["decimal\\.js", "culori", "papaparse", "unicode-confusables"],
    ),
    only("the schemas", "^lib/schemas/", ["^lib/(domain|schemas)/"], ["zod", "decimal\\.js"]),
    {
      name: "server and worker look down only",
      severity: "error",
      from: { path: "^lib/(server|worker)/" },
      to: { path: "^(app|components|e2e|scripts)/" },
    },
    {
      name: "components get data and actions as props",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^(app|e2e|scripts|lib/(server|worker|generated))/|^node_modules/(@prisma|prisma|pg)/" },
    },
    {
      name: "the editable grid knows nothing of what it edits",
      severity: "error",
      from: { path: "^components/editable-grid/" },
      to: {
        path: "^lib/(domain|schemas|server)/",
        pathNot: "^lib/domain/(search/|format/count|values/spreadsheet-text)",
      },
    },
    {
      name: "the app reaches the server by definitions",
      comment:
        "commands and queries ask for the permission themselves; what else the app may call is named here",
      severity: "error",
      from: { path: "^app/", pathNot: test },
      to: {
        path: "^lib/server/",
        pathNot: [
          "^lib/server/.+/(commands|queries)/[^/]+$",
          // Who is asking, and how answers are told.
          "^lib/server/(doors|sign-in)/",
          "^lib/server/storefront/(session|customer)",
          "^lib/server/profile/person",
          "^lib/server/kernel/(ctx|errors|config|keyset)",
          // The doors of machines, and what draws a file or streams changes that were asked for.
          "^lib/server/(outside|live)/",
          "^lib/server/database/readiness",
          "^lib/server/provisioning/callback",
          "^lib/server/storefront/payments/(settle|drivers/)",
          "^lib/server/billing/document-pdf/",
          // The forms of answers that several definitions share.
          "^lib/server/accounts/same-name",
          "^lib/server/billing/(bill|same-reference)",
          "^lib/server/bulk/permissions",
          "^lib/server/imports/tell-row",
          "^lib/server/order-statuses/plan",
          "^lib/server/orders/tree/(reversal-)?outcome",
          "^lib/server/storefront/orders/lines",
        ],
      },
    },
    {
      name: "the app never imports Prisma",
      severity: "error",
      from: { path: "^app/|^proxy\\.ts$" },
      to: { path: "^(lib/generated|scripts|e2e)/|^node_modules/(@prisma|prisma|pg)/" },
    },
    {
      name: "what is made for tests stays in tests and the demo",
      severity: "error",
      from: { pathNot: [test, testing, "^prisma/", "^e2e/", "^scripts/bench", "^vitest"] },
      to: { path: testing },
    },
    {
      name: "vendors are simulated for tests and the demo, and the product does not know",
      severity: "error",
      from: { pathNot: [test, simulator, testing, "^prisma/", "^e2e/", "^scripts/"] },
      to: { path: simulator },
    },
    {
      name: "nobody imports a test",
      severity: "error",
      from: {},
      to: { path: test },
    },
    {
      name: "no development package in the product",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: [test, testing] },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "^(node_modules|lib/generated)/" },
    exclude: { path: "^\\.next" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
