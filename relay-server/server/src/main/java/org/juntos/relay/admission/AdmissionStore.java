package org.juntos.relay.admission;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.Bytes;

/// What ways in without a code remember over a restart. Thread-safe.
public interface AdmissionStore {
  /// Runs `work` alone and makes what it did durable; nothing of it is done when it throws.
  <T> T within(Work<T> work) throws IOException;

  /// Reads and changes rows.
  @FunctionalInterface
  interface Work<T> {
    T of(Rows rows) throws IOException;
  }

  /// The rows, within one piece of work.
  interface Rows {
    /// Keeps a new invite, known by `hash`; its number.
    long add(Bytes hash, Invite invite) throws IOException;

    /// The invite that is known by `hash`; null when there is none.
    @Nullable Invite invite(Bytes hash) throws IOException;

    /// All invites, newest first.
    List<Invite> invites() throws IOException;

    /// Forgets an invite; whether there was one.
    boolean removeInvite(long id) throws IOException;

    /// When `claim` was let in; null when it was not.
    @Nullable Instant claimed(Bytes claim) throws IOException;

    /// Uses up one account of an invite for `claim`.
    void claim(long invite, Bytes claim, Instant at) throws IOException;

    /// Keeps a login, in place of the one that its name had.
    void putLogin(Login login) throws IOException;

    /// The login of a name; null when there is none.
    @Nullable Login login(String name) throws IOException;

    /// All logins, by name.
    List<Login> logins() throws IOException;

    /// Forgets the login of a name; whether there was one.
    boolean removeLogin(String name) throws IOException;

    /// Forgets claims from before `old`, and invites that expired before it.
    void sweep(Instant old) throws IOException;
  }
}
