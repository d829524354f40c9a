-- Why a webhook's receiver gave no answer is kept as data and told when it is read, as that of a vendor is.
ALTER TABLE "webhook_deliveries" ADD COLUMN "last_silence" JSONB;

UPDATE webhook_deliveries SET last_answer = NULL, last_silence = CASE
  WHEN last_answer = 'has an address that is not allowed' THEN '{"is": "not_allowed"}'
  WHEN last_answer = 'could not be reached' THEN '{"is": "unreachable"}'
  WHEN last_answer = 'gave an answer that could not be understood' THEN '{"is": "not_understood"}'
  WHEN last_answer = 'gave too long an answer' THEN '{"is": "too_long"}'
  WHEN last_answer ~ '^did not answer within \d{1,9} seconds?$'
    THEN jsonb_build_object('is', 'late', 'seconds', substring(last_answer FROM '\d+')::int)
  ELSE jsonb_build_object('is', 'in_words', 'words', last_answer)
END
WHERE last_status IS NULL AND last_answer IS NOT NULL;

ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_silence CHECK (
  last_silence IS NULL OR (last_status IS NULL AND last_answer IS NULL));
