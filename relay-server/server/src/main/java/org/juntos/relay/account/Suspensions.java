package org.juntos.relay.account;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.juntos.wire.AccountId;

/// Accounts that may not use the relay for now. All that is held for them stays, and what others
/// send them is still accepted. Thread-safe; looking costs no query.
public final class Suspensions {
  private final SuspensionStore store;
  private final Consumer<AccountId> onSuspended;
  private final Set<AccountId> suspended = ConcurrentHashMap.newKeySet();

  private Suspensions(SuspensionStore store, Consumer<AccountId> onSuspended) {
    this.store = store;
    this.onSuspended = onSuspended;
  }

  /// Reads what is kept in `store`.
  ///
  /// @param onSuspended told of accounts that are suspended from now on
  public static Suspensions in(SuspensionStore store, Consumer<AccountId> onSuspended)
      throws IOException {
    var made = new Suspensions(store, onSuspended);
    made.suspended.addAll(store.all());
    return made;
  }

  /// Where there are no accounts.
  public static Suspensions none() {
    return new Suspensions(new NoAccounts(), _ -> {});
  }

  private record NoAccounts() implements SuspensionStore {
    @Override
    public Set<AccountId> all() {
      return Set.of();
    }

    @Override
    public boolean set(AccountId account, boolean suspended) {
      return false;
    }
  }

  /// Whether `account` is suspended.
  public boolean holds(AccountId account) {
    return suspended.contains(account);
  }

  /// How many are.
  public int count() {
    return suspended.size();
  }

  /// Suspends `account` and ends its streams; false when there is no such account.
  public synchronized boolean suspend(AccountId account) throws IOException {
    if (!store.set(account, true)) {
      return false;
    }
    suspended.add(account);
    onSuspended.accept(account);
    return true;
  }

  /// Lets `account` in again; false when there is no such account.
  public synchronized boolean resume(AccountId account) throws IOException {
    boolean known = store.set(account, false);
    suspended.remove(account);
    return known;
  }

  /// Forgets an account that is gone.
  public void forget(AccountId account) {
    suspended.remove(account);
  }
}
