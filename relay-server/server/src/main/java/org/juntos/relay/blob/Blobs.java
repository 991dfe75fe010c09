package org.juntos.relay.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.security.DigestInputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.AccountId;
import org.juntos.wire.ErrorCode;

/// Takes encrypted files in, resumable at any byte, and gives them out. Thread-safe.
public final class Blobs {
  private static final int ID_BYTES = 20;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{40}");

  /// How long an upload may take.
  private static final Duration UNFINISHED_KEPT = Duration.ofDays(2);

  private static final Duration FULL_RETRY = Duration.ofMinutes(10);

  private final BlobStore store;
  private final RelayLimits.Blobs limits;
  private final InstantSource clock;
  private final SecureRandom random;
  private final RunningAppends running = new RunningAppends();

  /// Keeps in `store`.
  public Blobs(
      BlobStore store, RelayLimits.Blobs limits, InstantSource clock, SecureRandom random) {
    this.store = store;
    this.limits = limits;
    this.clock = clock;
    this.random = random;
  }

  /// Makes room for a file of `length` bytes.
  public Verdict<Upload> create(AccountId owner, long length) throws IOException {
    if (length < 0 || length > limits.bytes()) {
      return Verdict.refused(
          ErrorCode.TOO_LARGE, "A file has at most " + limits.bytes() + " bytes here.");
    }
    var id = newId();
    var expiresAt = clock.instant().plus(length == 0 ? limits.expiry() : UNFINISHED_KEPT);
    return switch (store.create(id, owner, length, limits.bytesPerAccount(), expiresAt)) {
      case MADE -> Verdict.granted(new Upload(id, owner, length, 0, expiresAt));
      case ACCOUNT_FULL ->
          Verdict.refused(
              ErrorCode.RATE_LIMITED, "The files of this account fill its share.", FULL_RETRY);
      case DISK_FULL ->
          Verdict.refused(ErrorCode.UNAVAILABLE, "The relay's disk is full.", FULL_RETRY);
      case NO_ACCOUNT -> Verdict.refused(ErrorCode.NOT_FOUND, "There is no such account.");
    };
  }

  /// How far a file of `owner` is here. One that is whole, but not kept because the relay was
  /// stopped in between, is kept from now on: its client takes it for done.
  public Verdict<Upload> progress(AccountId owner, String id) throws IOException {
    var upload = unexpired(id);
    if (upload == null || !upload.owner().equals(owner)) {
      return notFound();
    }
    var unfinishedUntil = clock.instant().plus(UNFINISHED_KEPT);
    return Verdict.granted(
        upload.isComplete() && !upload.expiresAt().isAfter(unfinishedUntil)
            ? complete(upload)
            : upload);
  }

  private Upload complete(Upload upload) throws IOException {
    var expiresAt = clock.instant().plus(limits.expiry());
    store.complete(upload.id(), expiresAt);
    return new Upload(upload.id(), upload.owner(), upload.length(), upload.length(), expiresAt);
  }

  /// Appends a piece. A connection that still appends to the same file is cut off first: its client
  /// has come back on this one. Of a piece with a checksum all is kept or nothing; after a kill,
  /// what had arrived of it.
  public Verdict<Upload> append(AccountId owner, String id, Piece piece) throws IOException {
    try (var turn = running.takeOver(id, piece.content())) {
      if (!turn.isFree()) {
        return busy();
      }
      return switch (progress(owner, id)) {
        case Verdict.Granted<Upload>(var upload) -> append(upload, piece);
        case Verdict.Refused<Upload> refused -> refused;
      };
    }
  }

  private static <T> Verdict<T> busy() {
    return Verdict.refused(
        ErrorCode.CONFLICT, "Another connection appends to this file.", Duration.ofSeconds(1));
  }

  private Verdict<Upload> append(Upload upload, Piece piece) throws IOException {
    if (piece.offset() != upload.offset()) {
      return Verdict.refused(
          ErrorCode.CONFLICT, "The next byte of this file is " + upload.offset() + ".");
    }
    if (piece.announced() > upload.length() - upload.offset()) {
      return Verdict.refused(ErrorCode.TOO_LARGE, "This is more than the file is to have.");
    }
    var checksum = piece.checksum();
    if (checksum == null) {
      return Verdict.granted(appended(upload, store.append(upload, piece.content())));
    }
    long now = verified(upload, piece.content(), checksum);
    return now < 0
        ? Verdict.refused(
            ErrorCode.CHECKSUM_MISMATCH, "The piece does not have its checksum and was dropped.")
        : Verdict.granted(appended(upload, now));
  }

  /// Bytes that are here now; negative when the piece was dropped.
  private long verified(Upload upload, InputStream content, Checksum checksum) throws IOException {
    var digest = checksum.begin();
    var kept = false;
    try {
      long now = store.append(upload, new DigestInputStream(content, digest));
      kept = checksum.matches(digest);
      return kept ? now : -1;
    } finally {
      if (!kept) {
        store.cut(upload);
      }
    }
  }

  private Upload appended(Upload upload, long now) throws IOException {
    var appended =
        new Upload(upload.id(), upload.owner(), upload.length(), now, upload.expiresAt());
    return appended.isComplete() ? complete(appended) : appended;
  }

  /// Deletes a file of `owner`, whole or not, and cuts off who appends to it.
  public Verdict<Upload> terminate(AccountId owner, String id) throws IOException {
    try (var turn = running.takeOver(id, InputStream.nullInputStream())) {
      if (!turn.isFree()) {
        return busy();
      }
      var found = progress(owner, id);
      if (found instanceof Verdict.Granted<Upload>) {
        store.delete(id);
      }
      return found;
    }
  }

  /// A whole file, for anybody who knows its id.
  public Verdict<Upload> whole(String id) throws IOException {
    var upload = unexpired(id);
    return upload != null && upload.isComplete() ? Verdict.granted(upload) : notFound();
  }

  /// Opens what [#whole] found.
  public SeekableByteChannel read(Upload upload) throws IOException {
    return store.read(upload);
  }

  private @Nullable Upload unexpired(String id) throws IOException {
    if (!ID.matcher(id).matches()) {
      return null;
    }
    var upload = store.find(id);
    Instant now = clock.instant();
    return upload != null && now.isBefore(upload.expiresAt()) ? upload : null;
  }

  private static Verdict<Upload> notFound() {
    return Verdict.refused(ErrorCode.NOT_FOUND, "There is no such file, or not any more.");
  }

  private String newId() {
    var id = new byte[ID_BYTES];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}
