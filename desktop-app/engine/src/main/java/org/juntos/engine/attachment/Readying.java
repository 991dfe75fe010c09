package org.juntos.engine.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.crypto.attachment.AttachmentCipher;
import org.juntos.media.MediaDescription;
import org.juntos.media.MediaPreparation;
import org.juntos.media.MediaPreparation.PrepareRequest;
import org.juntos.media.MediaSource;
import org.juntos.media.Outlook;
import org.juntos.media.Prepared;
import org.juntos.media.Progress;
import org.juntos.store.attachment.AttachmentFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes one file fit to be sent while its person waits: for what is refused rather than shown as
/// failed. Interrupting the thread ends it and leaves nothing.
public final class Readying {
  private static final Logger LOG = LoggerFactory.getLogger(Readying.class);

  private final MediaPreparation media;
  private final AttachmentFiles files;
  private final AttachmentCipher cipher;
  private final Path work;

  /// @param place where files are prepared
  public Readying(Preparations.Place place) {
    this.media = place.media();
    this.files = place.files();
    this.cipher = place.cipher();
    this.work = place.work();
  }

  /// What is taken.
  ///
  /// @param bytes longest ciphertext
  /// @param tooLarge code of what is longer
  /// @param refusal code of what is wrong with a file, empty when nothing is
  public record Limit(long bytes, String tooLarge, Function<MediaDescription, String> refusal) {}

  /// What became of it.
  public sealed interface Result {
    /// @param file name of its ciphertext in the profile's attachment folder
    record Ready(String file, Attachment attachment) implements Result {}

    /// It can be made ready, and will be this.
    record Promising(MediaDescription description) implements Result {}

    /// @param code of the problem
    record Refused(String code) implements Result {}
  }

  /// Cleans, shrinks and encrypts it.
  public Result ready(Path chosen, Limit limit) throws InterruptedException {
    return judged(chosen, limit, false);
  }

  /// Says whether that can be done, and what comes of it, without doing more than needed.
  public Result look(Path chosen, Limit limit) throws InterruptedException {
    return judged(chosen, limit, true);
  }

  private Result judged(Path chosen, Limit limit, boolean only) throws InterruptedException {
    if (!Files.isRegularFile(chosen)) {
      return new Result.Refused("file-unreadable"); // opening a pipe could wait for ever
    }
    try {
      if (Files.size(chosen) > ChosenFiles.MAX_ORIGINAL_BYTES) {
        return new Result.Refused(limit.tooLarge());
      }
      return switch (outlook(chosen)) {
        case Outlook.AsItIs(var description, var name) ->
            asItIs(chosen, limit, only, description, name);
        case Outlook.ToPrepare(var mediaType, var name) ->
            prepared(limit, only, new Plain(chosen, mediaType), name);
      };
    } catch (InterruptedIOException e) {
      throw Preparer.interrupted(e);
    } catch (IOException e) {
      LOG.info("a file could not be made ready: {}", e.getClass().getName());
      return new Result.Refused("file-unreadable");
    }
  }

  private Outlook outlook(Path chosen) throws IOException {
    try (var file = Files.newInputStream(chosen)) {
      var head = file.readNBytes(MediaPreparation.HEAD_BYTES);
      return media.look(head, String.valueOf(chosen.getFileName()));
    }
  }

  private Result asItIs(
      Path chosen, Limit limit, boolean only, MediaDescription description, String name)
      throws IOException {
    var refusal = limit.refusal().apply(description);
    if (!refusal.isEmpty()) {
      return new Result.Refused(refusal);
    }
    return only ? new Result.Promising(description) : encrypted(chosen, limit, description, name);
  }

  private Result prepared(Limit limit, boolean only, MediaSource source, String name)
      throws IOException, InterruptedException {
    var early = new Early(limit, only, Thread.currentThread());
    Prepared prepared;
    try {
      prepared = media.prepare(new PrepareRequest(source, name, false, false, work), early);
    } catch (InterruptedException e) {
      var known = early.result.get();
      if (known == null) {
        throw e;
      }
      return known;
    }
    var known = early.result.get();
    if (known != null) {
      Thread.interrupted(); // meant for the work, which is over
    }
    return switch (prepared) {
      case Prepared.Refused(var reason, _) ->
          known == null ? new Result.Refused(Preparer.code(reason)) : known;
      case Prepared.Ready ready -> taken(limit, only, ready, known);
    };
  }

  private Result taken(Limit limit, boolean only, Prepared.Ready ready, @Nullable Result known)
      throws IOException {
    try {
      return known == null
          ? asItIs(ready.file(), limit, only, ready.description(), ready.fileName())
          : known;
    } finally {
      Files.deleteIfExists(ready.file());
    }
  }

  private Result encrypted(Path plain, Limit limit, MediaDescription description, String name)
      throws IOException {
    long size = AttachmentCipher.ciphertextBytes(Files.size(plain));
    if (size > limit.bytes()) {
      return new Result.Refused(limit.tooLarge());
    }
    if (!files.hasRoom(size)) {
      return new Result.Refused("disk-full");
    }
    var file = files.newName();
    try (InputStream in = Files.newInputStream(plain)) {
      var encrypted = cipher.encrypt(in, files.path(file), limit.bytes(), _ -> {});
      return new Result.Ready(file, Descriptions.attachment(encrypted, name, description));
    }
  }

  /// Deletes the file of something that was not committed.
  public void discard(String file) {
    try {
      files.delete(file);
    } catch (IOException e) { // the next opening of the profile sweeps it away
      LOG.warn("a left-over attachment file stays until the next start", e);
    }
  }

  /// Ends the work as soon as it is known that it need not be done.
  private static final class Early implements Progress {
    private final Limit limit;
    private final boolean only;
    private final Thread worker;
    private final AtomicReference<@Nullable Result> result = new AtomicReference<>();

    Early(Limit limit, boolean only, Thread worker) {
      this.limit = limit;
      this.only = only;
      this.worker = worker;
    }

    @Override
    public void at(double fraction) {}

    @Override
    public void described(MediaDescription description) {
      var refusal = limit.refusal().apply(description);
      if (!refusal.isEmpty() || only) {
        result.set(
            refusal.isEmpty() ? new Result.Promising(description) : new Result.Refused(refusal));
        worker.interrupt();
      }
    }
  }

  /// The person's own file.
  private record Plain(Path file, String mediaType) implements MediaSource {
    @Override
    public SeekableByteChannel open() throws IOException {
      return FileChannel.open(file, StandardOpenOption.READ);
    }
  }
}
