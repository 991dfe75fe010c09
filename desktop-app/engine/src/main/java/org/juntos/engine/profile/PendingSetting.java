package org.juntos.engine.profile;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.juntos.store.Store;

/// A change of address under way, kept with the settings of the profile.
record PendingSetting(Store store) implements PendingPlace {
  private static final String KEY = "account.change";

  @Override
  public @Nullable PendingRegistration load() throws IOException {
    var text = store.<@Nullable String>read(txn -> txn.settings().get(KEY));
    return text == null ? null : PendingText.read(text);
  }

  @Override
  public void save(PendingRegistration pending) throws IOException {
    var text = PendingText.of(pending);
    store.write(txn -> {
      txn.settings().put(KEY, text);
      return true;
    });
  }

  @Override
  public void delete() {
    store.write(txn -> {
      txn.settings().remove(KEY);
      return true;
    });
  }
}
