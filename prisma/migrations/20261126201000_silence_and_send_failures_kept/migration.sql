-- Why a vendor or agency gave no answer, and why a message was not sent, is kept as data and told when it is read. What stands
-- there in words that we do not know stays as it is.

CREATE FUNCTION pg_temp.silence_of(words text) RETURNS jsonb LANGUAGE sql AS $$
  SELECT CASE
    WHEN words = 'has an address that is not allowed' THEN '{"is": "not_allowed"}'
    WHEN words = 'could not be reached' THEN '{"is": "unreachable"}'
    WHEN words = 'gave an answer that could not be understood' THEN '{"is": "not_understood"}'
    WHEN words = 'gave too long an answer' THEN '{"is": "too_long"}'
    WHEN words ~ '^answered with status \d{3}$'
      THEN jsonb_build_object('is', 'status', 'status', substring(words FROM '\d+')::int)
    WHEN words ~ '^did not answer within \d{1,9} seconds?$'
      THEN jsonb_build_object('is', 'late', 'seconds', substring(words FROM '\d+')::int)
    ELSE jsonb_build_object('is', 'in_words', 'words', words)
  END
$$;

-- A gate stands in many a refusal, so this looks for answers that never came at any depth.
CREATE FUNCTION pg_temp.with_silence(kept jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  found jsonb;
BEGIN
  IF jsonb_typeof(kept) = 'array' THEN
    RETURN (SELECT coalesce(jsonb_agg(pg_temp.with_silence(element) ORDER BY place), '[]')
      FROM jsonb_array_elements(kept) WITH ORDINALITY AS each(element, place));
  ELSIF jsonb_typeof(kept) <> 'object' THEN
    RETURN kept;
  END IF;
  SELECT coalesce(jsonb_object_agg(key, pg_temp.with_silence(value)), '{}') INTO found FROM jsonb_each(kept);
  IF found -> 'answered' = 'false' AND found ? 'message' THEN
    found := found - 'message' || jsonb_build_object('silence', pg_temp.silence_of(found ->> 'message'));
  END IF;
  RETURN found;
END $$;

-- Nothing about the orders changes, so nobody needs to hear of it.
ALTER TABLE orders DISABLE TRIGGER USER;
UPDATE orders SET last_refusal = pg_temp.with_silence(last_refusal) WHERE last_refusal::text LIKE '%"answered": false%';
ALTER TABLE orders ENABLE TRIGGER USER;

ALTER TABLE events DISABLE TRIGGER events_append_only;
UPDATE events SET after = pg_temp.with_silence(after) WHERE after::text LIKE '%"answered": false%';
ALTER TABLE events ENABLE TRIGGER events_append_only;

UPDATE order_schedules SET failure = pg_temp.with_silence(failure) WHERE failure::text LIKE '%"answered": false%';
UPDATE bulk_run_orders SET refusal = pg_temp.with_silence(refusal) WHERE refusal::text LIKE '%"answered": false%';
UPDATE idempotency_keys SET answer = pg_temp.with_silence(answer) WHERE answer::text LIKE '%"answered": false%';

ALTER TABLE "messages" DROP CONSTRAINT messages_failed_has_error;
ALTER TABLE "messages" ALTER COLUMN "error" TYPE JSONB USING CASE
  WHEN error = 'The worker was interrupted each time. It may have been sent all the same.' THEN '{"because": "interrupted"}'
  WHEN error IS NOT NULL THEN jsonb_build_object('because', 'refused', 'words', error)
END;
ALTER TABLE messages
  ADD CONSTRAINT messages_failed_has_error
    CHECK (state <> 'failed' OR coalesce(jsonb_typeof(error -> 'because') = 'string', false));
