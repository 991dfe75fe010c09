-- How an outgoing file is to be made fit to be sent. As long as there is such a row, the attachment's file is the
-- original, encrypted as it was chosen.
CREATE TABLE preparation (
  attachment INTEGER PRIMARY KEY REFERENCES attachment (id) ON DELETE CASCADE,
  original_quality INTEGER NOT NULL,
  voice INTEGER NOT NULL
) STRICT;

CREATE INDEX attachment_preparing ON attachment (transfer)
  WHERE transfer = 'PREPARING';
