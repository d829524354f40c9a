-- The list of credit notes by number, which several of one moment have in order.
CREATE INDEX credit_notes_by_number ON credit_notes (organization_id, (substr(number, 4)::bigint), id);

-- Pickers and the search over everything read names that begin with what was typed, and whole codes, in this order
-- (domain section 9).
CREATE INDEX accounts_by_name_form ON accounts (organization_id, (search_form(name) COLLATE "C"), id);
CREATE INDEX products_by_name_form ON products (organization_id, (search_form(name) COLLATE "C"), id);
CREATE INDEX accounts_by_code ON accounts (organization_id, lower(code));
CREATE INDEX products_by_code ON products (organization_id, lower(code));
