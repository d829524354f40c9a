-- Dates that nobody can mean (docs/domain.md, section 2, "Dates"). The commands count from the organization's day; a day more on
-- either side is left here for its time zone. Rows that are there keep theirs.
CREATE TRIGGER subscriptions_start_in_bounds BEFORE INSERT ON subscriptions FOR EACH ROW
  WHEN (NEW.start_date NOT BETWEEN (NEW.created_at AT TIME ZONE 'UTC')::date - 32 AND (NEW.created_at AT TIME ZONE 'UTC')::date + 367)
  EXECUTE FUNCTION refuse('a subscription starts at most 31 days before and 366 days after it is made');
CREATE TRIGGER payments_received_in_bounds BEFORE INSERT ON payments FOR EACH ROW
  WHEN (NEW.received_on NOT BETWEEN (NEW.created_at AT TIME ZONE 'UTC')::date - 732 AND (NEW.created_at AT TIME ZONE 'UTC')::date + 1)
  EXECUTE FUNCTION refuse('a payment is received at most two years before it is recorded, and not after it');
