package org.juntos.engine.connection;

import java.io.IOException;
import java.time.Instant;
import org.juntos.crypto.session.SignedList;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.wire.Bytes;

/// How a relay adds devices to accounts and takes them off. As with every request, repeating is
/// safe and an [IOException] means that the outcome is unknown.
public interface LinkApi {
  /// Makes a provisioning mailbox. Needs no credentials.
  RelayResult<Mailbox> makeMailbox() throws IOException;

  /// What a mailbox holds; empty as long as that is nothing. Needs no credentials.
  RelayResult<Bytes> look(Bytes mailbox) throws IOException;

  /// Puts the one message of a mailbox in.
  RelayResult<Done> put(Bytes mailbox, Bytes sealed) throws IOException;

  /// The relay's leave to add one device to this account.
  RelayResult<String> leave() throws IOException;

  /// Adds a device to its account; the relay from then on knows `credentials`. Needs no others.
  RelayResult<Done> link(JoiningDevice device, Credentials credentials) throws IOException;

  /// The list of this account's devices.
  RelayResult<SignedList> devices() throws IOException;

  /// Takes off the devices that `list` lacks.
  RelayResult<Done> replace(SignedList list) throws IOException;

  /// @param expiresAt relay clock
  record Mailbox(Bytes id, Instant expiresAt) {}
}
