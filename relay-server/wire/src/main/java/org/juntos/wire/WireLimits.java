package org.juntos.wire;

import java.time.Duration;

/// Limits that are part of the contract: a relay never allows less, a client never sends more.
public final class WireLimits {
  /// Largest sealed-sender message of one envelope.
  public static final int MAX_CIPHERTEXT_BYTES = 256 * 1024;

  /// Largest text body of a message, UTF-8.
  public static final int MAX_BODY_BYTES = 128 * 1024;

  /// Envelopes in one Send.
  public static final int MAX_ENVELOPES_PER_SEND = 64;

  /// Deliveries of one stream that wait for their acknowledgement; until some are acknowledged,
  /// nothing more is delivered.
  public static final int MAX_UNACKNOWLEDGED = 2_048;

  /// Largest frame of the stream, either way.
  public static final int MAX_FRAME_BYTES = 1024 * 1024;

  /// Largest HTTP body other than a blob.
  public static final int MAX_BODY_OF_REQUEST_BYTES = 256 * 1024;

  /// Largest blob, ciphertext.
  public static final long MAX_BLOB_BYTES = 512L * 1024 * 1024;

  /// One-time prekeys of either kind that a relay keeps for a device.
  public static final int MAX_ONE_TIME_PREKEYS = 200;

  /// Devices of one account.
  public static final int MAX_DEVICES = 6;

  /// What a device puts into a provisioning mailbox.
  public static final int MAX_PROVISIONING_BYTES = 128 * 1024;

  /// How long a provisioning mailbox and the leave to add a device are good for.
  public static final Duration LINK_EXPIRY = Duration.ofMinutes(10);

  /// Addresses that a relay says it is reached at.
  public static final int MAX_RELAY_ADDRESSES = 16;

  /// Longest list of what is held on an account.
  public static final int MAX_HELD_BYTES = 16 * 1024 * 1024;

  /// How long an unacknowledged envelope is kept.
  public static final Duration MESSAGE_EXPIRY = Duration.ofDays(30);

  /// How long a blob is kept.
  public static final Duration BLOB_EXPIRY = Duration.ofDays(30);

  /// How often either side pings an idle stream; two missed pongs close it.
  public static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

  /// Statuses that an account may post in any [#STATUS_LIFE].
  public static final int MAX_STATUSES = 100;

  /// How long a status lasts, and counts.
  public static final Duration STATUS_LIFE = Duration.ofHours(24);

  /// Largest ciphertext of a status.
  public static final long MAX_STATUS_BYTES = 64L * 1024 * 1024;

  /// Length of the claim that a device makes when it asks to be let in without a code.
  public static final int CLAIM_BYTES = 16;

  /// Length of an access key.
  public static final int ACCESS_KEY_BYTES = 16;

  /// Largest ciphertext of a profile.
  public static final int MAX_PROFILE_BYTES = 192 * 1024;

  /// Accounts whose presence is watched on one stream.
  public static final int MAX_WATCHED = 64;

  /// Length of what a client makes of a registration lock PIN.
  public static final int LOCK_PROOF_BYTES = 32;

  /// Wrong PINs that a registration lock takes before it stays shut until it ends.
  public static final int LOCK_TRIES = 10;

  /// Length of the hash of a user name.
  public static final int NAME_HASH_BYTES = 32;

  /// Phone numbers that are looked for in one request.
  public static final int MAX_NUMBERS_AT_ONCE = 50;

  /// Longest bucket of entries that are found by phone numbers.
  public static final int MAX_BUCKET_BYTES = 16 * 1024 * 1024;

  /// Members of a group.
  public static final int MAX_GROUP_MEMBERS = 1_000;

  /// Who may wait to be let into a group at once.
  public static final int MAX_GROUP_REQUESTS = 200;

  /// Who may be kept from coming back into a group by its link.
  public static final int MAX_GROUP_BANNED = 1_000;

  /// Encrypted attributes of a group.
  public static final int MAX_GROUP_ATTRIBUTES_BYTES = 32 * 1024;

  /// Encrypted proof of one change of a group.
  public static final int MAX_GROUP_PROOF_BYTES = 4 * 1024;

  /// Length of a member in the state of a group: a UuidCiphertext.
  public static final int GROUP_MEMBER_BYTES = 65;

  /// Length of the public params of a group.
  public static final int GROUP_PUBLIC_PARAMS_BYTES = 97;

  /// Length of the password of an invite link.
  public static final int GROUP_PASSWORD_BYTES = 16;

  /// Length of a SHA-256.
  public static final int SHA256_BYTES = 32;

  private WireLimits() {}
}
