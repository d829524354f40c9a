import { spawnSync } from "node:child_process";

/** Returns the container engine of this machine that can build and compose, or undefined. A client whose server is away is none. */
export function containerEngine(): string | undefined {
  const works = (engine: string, args: string[]) => spawnSync(engine, args, { stdio: "ignore" }).status === 0;
  return ["docker", "podman"].find(
    (engine) => works(engine, ["info"]) && works(engine, ["compose", "version"]),
  );
}
