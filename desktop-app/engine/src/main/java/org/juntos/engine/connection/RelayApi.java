package org.juntos.engine.connection;

import java.io.IOException;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// The requests that a relay answers. Every call blocks, may be interrupted
/// ([java.io.InterruptedIOException]) and is safe to repeat: an [IOException] means that the
/// outcome is unknown. Thread-safe.
public interface RelayApi {
  RelayResult<RelayFacts> facts() throws IOException;

  /// Asks for a code to be sent to a phone number in E.164.
  RelayResult<CodeSession> startCode(String phoneNumber) throws IOException;

  RelayResult<Admission> submitCode(Bytes session, String code) throws IOException;

  RelayResult<KeyCount> keyCount() throws IOException;

  RelayResult<IssuedCertificate> senderCertificate() throws IOException;

  /// Deletes this account and all that the relay holds of it.
  RelayResult<Done> deleteAccount(AccountId account) throws IOException;

  /// Uploads and downloads of this relay.
  BlobApi blobs();
}
