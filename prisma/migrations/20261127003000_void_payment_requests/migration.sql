-- A request that another one of the same order made needless is void. If the provider took the money all the same, it is recorded.
ALTER TYPE "payment_request_state" ADD VALUE 'void';
DROP TRIGGER payment_requests_final ON payment_requests;
CREATE TRIGGER payment_requests_final BEFORE UPDATE ON payment_requests
  FOR EACH ROW WHEN (OLD.state <> 'open' AND NOT (OLD.state::text = 'void' AND NEW.state = 'paid'))
  EXECUTE FUNCTION refuse('a settled payment request is final');
