// Forbids circles between folders: of two rooms, one at most knows the other. Tests may look into every room, and every
// component may call the server actions of its page. `npm test` checks it.
const { options } = require("./.dependency-cruiser.cjs");

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circles-of-rooms",
      severity: "error",
      scope: "folder",
      from: { path: "^(app|components|lib/(domain|schemas|server|worker))" },
      to: { circular: true },
    },
  ],
  options: {
    ...options,
    exclude: {
      path: "^\\.next|^app/.*/actions\\.ts$|\\.(test|test-data)\\.tsx?$|^lib/server/(testing|vendor-simulator)/",
    },
  },
};
