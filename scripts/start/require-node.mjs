// This is imported before all else, so that an older Node.js says so instead of failing somewhere.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Order Desk needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
