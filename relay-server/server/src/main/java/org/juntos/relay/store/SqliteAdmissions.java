package org.juntos.relay.store;

import java.io.IOException;
import org.juntos.relay.admission.AdmissionStore;

/// Ways in without a code in the otp role's database.
record SqliteAdmissions(OtpDatabase database) implements AdmissionStore {
  @Override
  public <T> T within(Work<T> work) throws IOException {
    return database.within(txn -> work.of(new AdmissionRows(txn)));
  }
}
