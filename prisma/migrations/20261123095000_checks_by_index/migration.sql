-- These checks run once a row. Planned while their tables are small, they would read them whole for each row ever after,
-- as a connection keeps the plan: 500 lines of a credit note took a minute.
ALTER FUNCTION check_reversed_order() SET enable_seqscan = off;
ALTER FUNCTION check_reversed_item() SET enable_seqscan = off;
ALTER FUNCTION check_credit_note_line() SET enable_seqscan = off;
ALTER FUNCTION check_credit_note() SET enable_seqscan = off;
