package org.juntos.relay.limit;

import java.time.Duration;
import org.juntos.wire.WireLimits;

/// Every limit that an operator may set. Sizes are bytes.
///
/// @param requests what one address and one account may ask for
/// @param codes one-time codes
/// @param mailbox what is kept for a device
/// @param blobs uploads
/// @param bundleHandOutsPerHour prekey bundles that one requester gets of one account in an hour
/// @param askedPerDay messages a day that one account may send to others whose access key it does
///   not show
/// @param reservedDiskBytes free space below which nothing new is accepted, so that reads,
///   acknowledgements and deletions still work
/// @param accounts how long accounts and what belongs to them are kept for those who stay away
public record RelayLimits(
    Requests requests,
    Codes codes,
    Mailboxes mailbox,
    Blobs blobs,
    int bundleHandOutsPerHour,
    int askedPerDay,
    long reservedDiskBytes,
    Accounts accounts) {
  /// The same with the usual limits of accounts.
  public RelayLimits(
      Requests requests,
      Codes codes,
      Mailboxes mailbox,
      Blobs blobs,
      int bundleHandOutsPerHour,
      int askedPerDay,
      long reservedDiskBytes) {
    this(
        requests,
        codes,
        mailbox,
        blobs,
        bundleHandOutsPerHour,
        askedPerDay,
        reservedDiskBytes,
        Accounts.standard());
  }

  /// @param lockDays how many days a registration lock holds after its account was last seen
  /// @param idleDays how many days an account may stay away before it is deleted; [#NEVER] for ever
  /// @param nameLookupsPerDay user names that one account may look up in a day; ten times as many
  ///   from one network address
  /// @param numberLookupsPerDay phone numbers that one account may look for in a day; ten times as
  ///   many from one network address; [#NONE] when nobody is found by number
  public record Accounts(
      int lockDays, int idleDays, int nameLookupsPerDay, int numberLookupsPerDay) {
    /// Nobody is found by number.
    public static final int NONE = 0;

    /// Accounts are not deleted for staying away.
    public static final int NEVER = 0;

    /// For a relay in daily use.
    public static Accounts standard() {
      return new Accounts(7, 365, 100, 250);
    }
  }

  /// @param perAddressPerMinute requests without a token from one network address
  /// @param perAccountPerMinute requests with a token of one account
  /// @param streamsPerAddress streams that one network address may hold open
  /// @param patience how long a connection may take to move the next few kilobytes of a request or
  ///   an answer
  /// @param work before requests that are dear and that anybody can make
  public record Requests(
      int perAddressPerMinute,
      int perAccountPerMinute,
      int streamsPerAddress,
      Duration patience,
      ProofOfWork work) {
    private static final int CONNECTIONS_OF_A_STREAM = 3;
    private static final int FURTHER_CONNECTIONS = 100;

    /// With work when there is a reason to.
    public Requests(
        int perAddressPerMinute,
        int perAccountPerMinute,
        int streamsPerAddress,
        Duration patience) {
      this(
          perAddressPerMinute,
          perAccountPerMinute,
          streamsPerAddress,
          patience,
          new ProofOfWork.Auto());
    }

    /// The same with other work.
    public Requests withWork(ProofOfWork other) {
      return new Requests(
          perAddressPerMinute, perAccountPerMinute, streamsPerAddress, patience, other);
    }

    /// TCP connections that one network address may hold open: beside each stream, some for
    /// requests.
    public int connectionsPerAddress() {
      long connections = (long) streamsPerAddress * CONNECTIONS_OF_A_STREAM + FURTHER_CONNECTIONS;
      return (int) Math.min(Integer.MAX_VALUE, connections);
    }
  }

  /// @param lifetime how long a code is good for
  /// @param resendDelay how long to wait before another code for the same number
  /// @param tries wrong codes before the session is over
  /// @param perNumberPerDay codes for one number or e-mail address
  /// @param perAddressPerHour codes asked for from one network address (IPv4, or IPv6 /64)
  /// @param budgets codes for many people together
  public record Codes(
      Duration lifetime,
      Duration resendDelay,
      int tries,
      int perNumberPerDay,
      int perAddressPerHour,
      CodeBudgets budgets) {}

  /// @param envelopes envelopes waiting for one device
  /// @param bytes ciphertext waiting for one device
  /// @param expiry how long an envelope waits
  /// @param repeatsKept how long the id of an accepted envelope is remembered at least, so that a
  ///   sender's late retry is not delivered again
  /// @param repeatsKeptAtMost how many such ids are remembered on the whole relay, about 25 bytes
  ///   of memory each
  /// @param unfiledAtMost how many copies of messages to many lie together before they are put into
  ///   the mailboxes, about 50 bytes of memory each
  public record Mailboxes(
      int envelopes,
      long bytes,
      Duration expiry,
      Duration repeatsKept,
      long repeatsKeptAtMost,
      int unfiledAtMost) {
    private static final int UNFILED = 1 << 15;

    /// The same with the usual number of copies that lie together.
    public Mailboxes(
        int envelopes, long bytes, Duration expiry, Duration repeatsKept, long repeatsKeptAtMost) {
      this(envelopes, bytes, expiry, repeatsKept, repeatsKeptAtMost, UNFILED);
    }
  }

  /// @param bytes the largest blob
  /// @param bytesPerAccount all unexpired blobs of one account
  /// @param expiry how long a blob is kept
  public record Blobs(long bytes, long bytesPerAccount, Duration expiry) {}

  /// For a relay in daily use.
  public static RelayLimits standard() {
    return new RelayLimits(
        new Requests(600, 1_200, 500, Duration.ofSeconds(30)),
        new Codes(
            Duration.ofMinutes(10), Duration.ofSeconds(60), 5, 10, 60, CodeBudgets.standard()),
        new Mailboxes(
            100_000,
            1024L * 1024 * 1024,
            WireLimits.MESSAGE_EXPIRY,
            Duration.ofHours(24),
            1_000_000),
        new Blobs(WireLimits.MAX_BLOB_BYTES, 8L * 1024 * 1024 * 1024, WireLimits.BLOB_EXPIRY),
        30,
        100,
        64L * 1024 * 1024);
  }

  /// The same with other limits on requests.
  public RelayLimits withRequests(Requests other) {
    return new RelayLimits(
        other,
        codes,
        mailbox,
        blobs,
        bundleHandOutsPerHour,
        askedPerDay,
        reservedDiskBytes,
        accounts);
  }

  /// The same with another budget of phone numbers.
  public RelayLimits withNumberLookups(int perDay) {
    return new RelayLimits(
        requests,
        codes,
        mailbox,
        blobs,
        bundleHandOutsPerHour,
        askedPerDay,
        reservedDiskBytes,
        new Accounts(
            accounts.lockDays(), accounts.idleDays(), accounts.nameLookupsPerDay(), perDay));
  }

  /// For load generators and story tests on loopback: no rate limits and no wait before another
  /// code; sizes, tries and life times as usual.
  public static RelayLimits unhurried() {
    var standard = standard();
    int many = Integer.MAX_VALUE;
    var codes = standard.codes();
    return new RelayLimits(
        new Requests(many, many, many, standard.requests().patience(), new ProofOfWork.Off()),
        new Codes(
            codes.lifetime(), Duration.ZERO, codes.tries(), many, many, CodeBudgets.unhurried()),
        standard.mailbox(),
        standard.blobs(),
        many,
        many,
        standard.reservedDiskBytes(),
        new Accounts(standard.accounts().lockDays(), standard.accounts().idleDays(), many, many));
  }
}
