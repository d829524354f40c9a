import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import dockerignore from "@balena/dockerignore";
import { readDockerfile, type Stage } from "./dockerfile";

/** Is the last stage of a Dockerfile with the folder that its working directory has become. */
export type Built = Stage & { folder: string };

/**
 * Does line by line what the Dockerfile says, each stage in a folder of its own below `folder` instead of upon its base image. The
 * commands of a stage run on this machine, in its working directory.
 */
export function buildWithoutEngine(folder: string): Built {
  const ignored = dockerignore().add(readFileSync(".dockerignore", "utf8"));
  const inContext = (file: string) => file === "" || !ignored.ignores(file);
  const roots = new Map<string, string>();
  let built: Built | undefined;
  for (const [index, stage] of readDockerfile(readFileSync("Dockerfile", "utf8")).entries()) {
    const root = path.join(folder, String(index));
    if (stage.name) roots.set(stage.name, root);
    let here = root;
    for (const step of stage.steps) {
      if (step.does === "workdir") here = path.join(root, step.path);
      mkdirSync(here, { recursive: true });
      if (step.does === "run") run(step.command, here, stage.env);
      if (step.does !== "copy") continue;
      const to = path.join(here, step.to);
      for (const source of step.sources) {
        if (step.from) copy(path.join(roots.get(step.from) ?? "", source), to);
        else copy(source, to, (file) => inContext(path.relative(".", file)));
      }
    }
    built = { ...stage, folder: here };
  }
  if (!built) throw new Error("The Dockerfile has no stage.");
  return built;
}

/** Runs a command without our settings, as a container has none of them. */
function run(command: string, folder: string, env: Record<string, string>): void {
  const { PATH, HOME } = process.env;
  execFileSync("sh", ["-c", command], {
    cwd: folder,
    env: { PATH, HOME, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "inherit", "inherit"],
  });
}

/** Copies the contents of a folder, or a file into a folder. */
function copy(source: string, to: string, filter: (file: string) => boolean = () => true): void {
  const target = statSync(source).isDirectory() ? to : path.join(to, path.basename(source));
  cpSync(source, target, { recursive: true, verbatimSymlinks: true, filter });
}
