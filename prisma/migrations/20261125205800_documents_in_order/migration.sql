-- A later-numbered invoice or credit note never has an earlier date (docs/domain.md, section 3, "Whose day").

-- AlterTable
ALTER TABLE "organizations" ADD COLUMN     "last_credit_note_date" DATE,
ADD COLUMN     "last_invoice_date" DATE,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- Dates ahead came from start dates, which dated invoices until now: they must not date all that follow.
UPDATE organizations SET
  last_invoice_date = (SELECT max(issue_date) FROM invoices
    WHERE organization_id = organizations.id AND issue_date <= CURRENT_DATE),
  last_credit_note_date = (SELECT max(issue_date) FROM credit_notes
    WHERE organization_id = organizations.id AND issue_date <= CURRENT_DATE);

CREATE FUNCTION keep_last_dates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(NEW.last_invoice_date < OLD.last_invoice_date, OLD.last_invoice_date IS NOT NULL AND NEW.last_invoice_date IS NULL)
    OR coalesce(NEW.last_credit_note_date < OLD.last_credit_note_date, OLD.last_credit_note_date IS NOT NULL AND NEW.last_credit_note_date IS NULL)
  THEN
    RAISE EXCEPTION 'the last date of a series does not go back'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'organizations_last_dates_rise';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER organizations_last_dates_rise BEFORE UPDATE OF last_invoice_date, last_credit_note_date ON organizations
  FOR EACH ROW EXECUTE FUNCTION keep_last_dates();

-- After the row's own checks. The counter's row is locked by then, so two documents are dated one after the other.
CREATE FUNCTION date_invoice_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last_date date;
BEGIN
  SELECT last_invoice_date INTO last_date FROM organizations WHERE id = NEW.organization_id FOR NO KEY UPDATE;
  IF NEW.issue_date < last_date THEN
    RAISE EXCEPTION 'an invoice is not dated before the last one'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'invoices_dated_in_order';
  END IF;
  IF last_date IS DISTINCT FROM NEW.issue_date THEN
    UPDATE organizations SET last_invoice_date = NEW.issue_date WHERE id = NEW.organization_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER invoices_dated_in_order AFTER INSERT ON invoices
  FOR EACH ROW EXECUTE FUNCTION date_invoice_in_order();

CREATE FUNCTION date_credit_note_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last_date date;
BEGIN
  SELECT last_credit_note_date INTO last_date FROM organizations WHERE id = NEW.organization_id FOR NO KEY UPDATE;
  IF NEW.issue_date < last_date THEN
    RAISE EXCEPTION 'a credit note is not dated before the last one'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'credit_notes_dated_in_order';
  END IF;
  IF last_date IS DISTINCT FROM NEW.issue_date THEN
    UPDATE organizations SET last_credit_note_date = NEW.issue_date WHERE id = NEW.organization_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER credit_notes_dated_in_order AFTER INSERT ON credit_notes
  FOR EACH ROW EXECUTE FUNCTION date_credit_note_in_order();
