package org.juntos.relay.store;

import java.io.IOException;
import org.juntos.relay.otp.CodeStore;

/// Codes and their limits in the otp role's database.
record SqliteCodes(OtpDatabase database) implements CodeStore {
  @Override
  public <T> T within(Work<T> work) throws IOException {
    return database.within(txn -> work.of(new CodeRows(txn)));
  }
}
