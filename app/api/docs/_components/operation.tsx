import type { ShownOperation } from "@/lib/server/doors/rest/reference";
import classes from "../docs.module.css";

/** Shows one call: what it takes, what it answers, and why it may refuse. */
export function Operation({ operation }: { operation: ShownOperation }) {
  const { id, method, path, summary, needs, deprecated, parameters, body, answer, status, problems } =
    operation;
  return (
    <section id={id} className={classes.operation} aria-label={summary}>
      <h3>
        <span className={classes.method}>{method}</span> <code>{path}</code>
      </h3>
      <p>
        {summary}. {needs.replaceAll("`", "")}
      </p>
      {deprecated && (
        <p>
          This call is deprecated. It stays until {deprecated.sunset} at least. Use{" "}
          <code>GET {deprecated.instead}</code> instead.
        </p>
      )}
      {parameters.length > 0 && (
        <table aria-label={`Parameters of ${method} ${path}`}>
          <thead>
            <tr>
              <th scope="col">Parameter</th>
              <th scope="col">In</th>
              <th scope="col">Type</th>
              <th scope="col">Meaning</th>
            </tr>
          </thead>
          <tbody>
            {parameters.map(({ name, place, required, type, meaning }) => (
              <tr key={`${place} ${name}`}>
                <th scope="row">
                  <code>{name}</code>
                  {required && " (needed)"}
                </th>
                <td>{place}</td>
                <td>{type}</td>
                <td>{meaning}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {body && (
        <>
          <h4>Body</h4>
          <pre>{body}</pre>
        </>
      )}
      <h4>Answer {status}</h4>
      <pre>{/^\w+$/.test(answer) ? <a href={`#${answer}`}>{answer}</a> : answer}</pre>
      <h4>Problems</h4>
      <p className={classes.problems}>
        {problems.map((code) => (
          <a key={code} href={`/api/docs/problems/${code}`}>
            {code}
          </a>
        ))}
      </p>
    </section>
  );
}
