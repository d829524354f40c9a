import type { Metadata } from "next";
import { apiReference } from "@/lib/server/doors/rest/reference";
import { Beginning } from "./_components/beginning";
import { Operation } from "./_components/operation";
import classes from "./docs.module.css";

export const metadata: Metadata = { title: "API" };

export default function ApiDocsPage() {
  const { version, groups, forms } = apiReference();
  return (
    <main className={classes.page}>
      <h1 className={classes.title}>API of Order Desk</h1>
      <nav className={classes.contents} aria-label="Contents">
        {groups.map(({ name, operations }) => (
          <section key={name}>
            <h2>{name}</h2>
            <ul>
              {operations.map(({ id, method, path }) => (
                <li key={id}>
                  <a href={`#${id}`}>
                    <b>{method}</b> {path}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <div className={classes.main}>
        <Beginning version={version} />
        {groups.map(({ name, meaning, operations }) => (
          <section key={name}>
            <h2>{name}</h2>
            <p>{meaning}</p>
            {operations.map((operation) => (
              <Operation key={operation.id} operation={operation} />
            ))}
          </section>
        ))}
        <section>
          <h2>Forms</h2>
          <p>Answers refer to these by name.</p>
          {forms.map(({ name, shape }) => (
            <section key={name} id={name}>
              <h3>{name}</h3>
              <pre>{shape}</pre>
            </section>
          ))}
        </section>
      </div>
    </main>
  );
}
