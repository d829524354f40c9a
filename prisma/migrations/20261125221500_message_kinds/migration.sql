-- What customers are told besides: a new price of a scheduled order, and an execution that was taken back.
ALTER TYPE message_type ADD VALUE 'price_changed';
ALTER TYPE message_type ADD VALUE 'reversed';
