// Circles between folders: of two rooms, one at most knows the other. Tests may look into every room. Checked by `npm test`.
const { options } = require("./.dependency-cruiser.cjs");

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circles-of-rooms",
      severity: "error",
      scope: "folder",
      from: { path: "^lib/(domain|schemas|server|worker)" },
      to: { circular: true },
    },
  ],
  options: {
    ...options,
    exclude: { path: "^\\.next|\\.(test|test-data)\\.tsx?$|^lib/server/(testing|vendor-simulator)/" },
  },
};
