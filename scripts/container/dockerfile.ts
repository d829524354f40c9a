import {
  type Copy,
  DockerfileParser,
  type From,
  type Healthcheck,
  type Instruction,
  type JSONInstruction,
  type PropertyInstruction,
} from "dockerfile-ast";

/** Is what a line of a Dockerfile does, in the words of ours. Paths are as they stand there. */
export type Step =
  | { does: "copy"; from: string | undefined; sources: string[]; to: string }
  | { does: "run"; command: string }
  | { does: "workdir"; path: string };

export type Stage = {
  name: string | undefined;
  base: string;
  steps: Step[];
  /** Holds what the containers of this stage's image get and run. */
  env: Record<string, string>;
  user: string | undefined;
  entrypoint: string[];
  command: string[];
  health: string[];
};

/** Reads the stages of a Dockerfile of the kinds of lines that ours has. @throws Error for any other one */
export function readDockerfile(text: string): Stage[] {
  const stages: Stage[] = [];
  const defaults: Record<string, string> = {};
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const stage = stages.at(-1);
    if (instruction.getKeyword() === "FROM") stages.push(begun(instruction as From, defaults));
    else if (stage) add(stage, instruction);
    else Object.assign(defaults, properties(instruction));
  }
  return stages;
}

function begun(from: From, defaults: Record<string, string>): Stage {
  const base = (from.getImage() ?? "").replace(/\$\{(\w+)\}/g, (_, name: string) => defaults[name] ?? "");
  const name = from.getBuildStage() ?? undefined;
  return { name, base, steps: [], env: {}, user: undefined, entrypoint: [], command: [], health: [] };
}

function add(stage: Stage, instruction: Instruction): void {
  const words = instruction.getArguments().map((argument) => argument.getValue());
  const [word = ""] = words;
  switch (instruction.getKeyword()) {
    case "COPY": {
      const from = (instruction as Copy).getFromFlag()?.getValue() ?? undefined;
      return void stage.steps.push({
        does: "copy",
        from,
        sources: words.slice(0, -1),
        to: words.at(-1) ?? "",
      });
    }
    case "RUN":
      return void stage.steps.push({ does: "run", command: words.join(" ") });
    case "WORKDIR":
      return void stage.steps.push({ does: "workdir", path: word });
    case "ENV":
      return void Object.assign(stage.env, properties(instruction));
    case "USER":
      stage.user = word;
      return;
    case "ENTRYPOINT":
      stage.entrypoint = listed(instruction);
      return;
    case "CMD":
      stage.command = listed(instruction);
      return;
    case "HEALTHCHECK":
      if ((instruction as Healthcheck).getSubcommand()?.getValue() === "CMD")
        stage.health = listed(instruction);
      return;
    case "EXPOSE":
      return;
    default:
      throw new Error(`The Dockerfile has a line that we do not read: ${instruction.getKeyword()}`);
  }
}

const properties = (instruction: Instruction) =>
  Object.fromEntries(
    (instruction as PropertyInstruction).getProperties().map((one) => [one.getName(), one.getValue() ?? ""]),
  );

/** Returns the words of a command in the form of a list, which runs without a shell, and nothing for any other form. */
function listed(instruction: Instruction): string[] {
  const list = /\[.*\]$/.exec((instruction as JSONInstruction).getArgumentsContent() ?? "")?.[0];
  return list ? JSON.parse(list) : [];
}
