/** Holds a package that the lockfile names. `dev` means that only development and tests need it. */
export type LockedPackage = {
  name: string;
  version: string;
  licence: string | undefined;
  integrity: string | undefined;
  /** Is the address that it is downloaded from, which the lockfile leaves to each machine's registry. */
  address: string | undefined;
  dev: boolean;
};

type Entry = { version?: string; license?: string; integrity?: string; resolved?: string; dev?: boolean };

/** Holds the licences of packages that state it in their LICENSE alone. */
const statedInFile: Record<string, string> = { "png-js": "MIT", "seq-queue": "MIT" };

/** Reads what a lockfile names, sorted by name and version. */
export function lockedPackages(lockfile: string): LockedPackage[] {
  const { packages }: { packages: Record<string, Entry> } = JSON.parse(lockfile);
  return Object.entries(packages)
    .filter(([place]) => place !== "")
    .map(([place, { version = "", license, integrity, resolved: address, dev = false }]) => {
      const name = place.replace(/^.*node_modules\//, "");
      return { name, version, licence: license ?? statedInFile[name], integrity, address, dev };
    })
    .sort(
      (one, other) =>
        one.name.localeCompare(other.name, "en") || one.version.localeCompare(other.version, "en"),
    );
}

/** Writes the page of what the running product contains, with a line for each package and version. */
export function licencesPage(packages: readonly LockedPackage[]): string {
  const lines = packages
    .filter(({ dev }) => !dev)
    .map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  return `# Licences

Order Desk itself is under the MIT licence (\`LICENSE\`). The running product contains these packages, some of them for one platform only.
\`npm run licences\` writes this page, and a test fails when it is out of date. \`npm run sbom\` prints the same as a software bill of
materials in the form of CycloneDX.

| package | version | licence |
|---|---|---|
${[...new Set(lines)].join("\n")}
`;
}
