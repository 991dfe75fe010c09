package org.juntos.engine.connection;

import java.io.IOException;
import org.juntos.crypto.session.Bundles;
import org.juntos.crypto.session.PublishedKeys;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Pass;
import org.juntos.engine.intent.PushAddress;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// The requests that a relay answers. Every call blocks, may be interrupted
/// ([java.io.InterruptedIOException]) and is safe to repeat: an [IOException] means that the
/// outcome is unknown. Thread-safe.
public interface RelayApi {
  RelayResult<RelayFacts> facts() throws IOException;

  /// Where else the relay says that it is reached; none of an older relay.
  RelayResult<SignedWord> addresses() throws IOException;

  /// Whether it can serve now. Fails within seconds, since another address may do.
  RelayResult<Done> ready() throws IOException;

  /// Asks for a code to be sent. Fails within seconds, since another service may do it.
  RelayResult<CodeSession> startCode(CodeTarget target) throws IOException;

  RelayResult<Admission> submitCode(Bytes session, String code) throws IOException;

  /// Asks to be let in without a code. Fails within seconds, since another service may do it.
  ///
  /// @param claim [org.juntos.wire.WireLimits#CLAIM_BYTES] random bytes; the same ones again bring
  ///   an admission of the same account
  RelayResult<Admission> admit(Pass pass, Bytes claim) throws IOException;

  /// Begins to sign in with the relay's identity provider.
  ///
  /// @param redirect where on this machine the browser brings the answer
  /// @param challenge S256 of a verifier (RFC 7636)
  RelayResult<OpenIdSession> startOpenId(String redirect, String challenge) throws IOException;

  /// Hands on what the browser brought.
  RelayResult<Admission> submitOpenId(OpenIdAnswer answer) throws IOException;

  /// Makes the account; the relay from then on knows `credentials`. Repeat an unknown outcome with
  /// the same registration and credentials.
  RelayResult<Done> register(Registration registration, Credentials credentials) throws IOException;

  /// Replaces signed prekeys that are there, adds one-time keys.
  RelayResult<Done> uploadKeys(PublishedKeys keys) throws IOException;

  /// What is needed to start sessions with all devices of an account. Uses up one-time keys.
  RelayResult<Bundles> bundles(AccountId account) throws IOException;

  /// The same, without saying who asks.
  RelayResult<Bundles> bundles(AccountId account, AccessKey accessKey) throws IOException;

  RelayResult<KeyCount> keyCount() throws IOException;

  RelayResult<IssuedCertificate> senderCertificate() throws IOException;

  /// All that the relay holds on this account.
  RelayResult<SignedWord> held() throws IOException;

  /// Has this device woken at `address`, and nowhere else, while it has no stream.
  RelayResult<Done> setPush(PushAddress address) throws IOException;

  /// Has it woken nowhere.
  RelayResult<Done> clearPush() throws IOException;

  /// Deletes this account and all that the relay holds of it.
  RelayResult<Done> deleteAccount() throws IOException;

  /// What belongs to accounts beside their devices, at the address that is used at this time: ask
  /// for it anew each time.
  AccountApi account();

  /// Other people, at the address that is used at this time.
  PeopleApi people();

  /// Profiles, and what lets contacts see them.
  ProfileApi profiles();

  /// Devices of accounts.
  LinkApi links();

  /// Groups of this relay.
  GroupApi groups();

  /// Statuses, at the address that is used at this time: ask for it anew each time.
  StatusApi statuses();

  /// Uploads and downloads of this relay.
  BlobApi blobs();
}
