/** Shows what is the same for every call. */
export function Beginning({ version }: { version: string }) {
  return (
    <>
      <p>
        Programs call Order Desk under <code>/api/v1</code>. This describes version {version}. Its description
        for programs is <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.
      </p>
      <dl>
        <dt>Key</dt>
        <dd>
          Send <code>Authorization: Bearer KEY</code>. An administrator creates keys in BSS Setup, API keys. A
          key reads unless its role or scopes say more. Programs that expect OAuth 2 get a token for an hour
          at <code>/api/oauth/token</code> by client credentials: the key’s id and its secret.
        </dd>
        <dt>Once</dt>
        <dd>
          Send <code>Idempotency-Key</code> with everything that changes something. However often the request
          arrives, it is done once. A repeated answer has <code>Idempotent-Replayed: true</code>.
        </dd>
        <dt>First try</dt>
        <dd>
          Add <code>?dryRun=true</code> to see what would happen. Nothing is changed.
        </dd>
        <dt>Changes by others</dt>
        <dd>
          What you read has an <code>ETag</code>. Send it back as <code>If-Match</code>, and you overwrite
          nobody’s change unseen.
        </dd>
        <dt>Lists</dt>
        <dd>
          A page holds <code>data</code> and <code>nextCursor</code>. Send the cursor with the same filters to
          go on. It holds while others write: no row comes twice, and none is left out.
        </dd>
        <dt>Amounts, days and times</dt>
        <dd>
          An amount is <code>{'{"amount": "12.50", "currency": "EUR"}'}</code>, in the currency of the
          organization. Days are <code>YYYY-MM-DD</code>, and times are in UTC.
        </dd>
        <dt>Events</dt>
        <dd>
          <code>/events</code> tells everything that happened, in an order in which nothing is added later.
          Ask for <code>text/event-stream</code> to hear it as it happens.
        </dd>
        <dt>Agents</dt>
        <dd>
          Agents find the same calls as tools of the Model Context Protocol at <code>/api/mcp</code>. A key
          whose permissions were chosen lets them do what they have previewed.
        </dd>
        <dt id="versions">Versions</dt>
        <dd>
          The version is the day of the last change. Within <code>/api/v1</code> we only add: calls, optional
          fields of a body, and fields of an answer, so ignore fields that you do not know. A call that goes
          is announced in <code>Deprecation</code> and <code>Sunset</code> for a year before, and{" "}
          <code>Link</code> names the one to use instead.
        </dd>
        <dt>Problems</dt>
        <dd>
          A problem is <code>application/problem+json</code>. Go by its <code>code</code>, which stays what it
          is. What is wrong at which field stands in <code>errors</code>. Tell us the <code>requestId</code>{" "}
          when you ask about one.
        </dd>
      </dl>
    </>
  );
}
