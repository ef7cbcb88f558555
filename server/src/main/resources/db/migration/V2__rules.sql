-- The rule that recorded an event, such as UpdateCase.event, and the id of what all rules said then. Null for events that
-- were seeded.
ALTER TABLE audit_event ADD COLUMN rule text;
ALTER TABLE audit_event ADD COLUMN rules uuid;
