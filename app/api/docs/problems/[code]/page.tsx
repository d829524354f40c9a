import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { apiProblem } from "@/lib/server/doors/rest/reference";
import classes from "../../docs.module.css";

export async function generateMetadata({
  params,
}: PageProps<"/api/docs/problems/[code]">): Promise<Metadata> {
  const problem = apiProblem((await params).code);
  return { title: problem?.title ?? "No such problem" };
}

/** The type of each problem leads here. */
export default async function ApiProblemPage({ params }: PageProps<"/api/docs/problems/[code]">) {
  const problem = apiProblem((await params).code);
  if (!problem) notFound();
  const { code, title, status, detail, operations } = problem;
  return (
    <main className={classes.problem}>
      <h1>{title}</h1>
      <p>
        The API answers this problem with status {status} and the code <code>{code}</code>. Its sentence is
        like this one:
      </p>
      <blockquote>{detail}</blockquote>
      {operations.length > 0 && (
        <>
          <h2>Calls that answer it</h2>
          <ul>
            {operations.map(({ id, method, path }) => (
              <li key={id}>
                <a href={`/api/docs#${id}`}>
                  <b>{method}</b> {path}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href="/api/docs">All of the API</a>
      </p>
    </main>
  );
}
