-- An account of the same name, as searches compare names, is found before another one is added.
CREATE INDEX accounts_name_form ON accounts (organization_id, search_form(name));
