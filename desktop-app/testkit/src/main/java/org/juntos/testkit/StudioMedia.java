package org.juntos.testkit;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.juntos.media.CropResult;
import org.juntos.media.CropSize;
import org.juntos.media.FileNames;
import org.juntos.media.MediaDescription;
import org.juntos.media.MediaPreparation;
import org.juntos.media.MediaSource;
import org.juntos.media.Octets;
import org.juntos.media.Outlook;
import org.juntos.media.Prepared;
import org.juntos.media.Progress;
import org.juntos.media.Square;

/// Prepares pictures (`photo…`) and films (`film…`; `film-long…` are longer than a minute), by
/// their names: what comes out is the original behind [#CLEANED]. Everything else is sent as it is.
/// What happens on the way is up to the test.
public final class StudioMedia implements MediaPreparation {
  /// Begins every file that was prepared.
  public static final String CLEANED = "cleaned:";

  private static final int COPY_BYTES = 8192;
  private final Map<String, Prepared.Reason> refusals = new ConcurrentHashMap<>();
  private final Octets thumbnail;
  private volatile Scene scene = _ -> {};

  /// With small thumbnails.
  public StudioMedia() {
    this(3);
  }

  /// @param thumbnailBytes size of every thumbnail
  public StudioMedia(int thumbnailBytes) {
    thumbnail = Octets.of(new byte[thumbnailBytes]);
  }

  /// What happens while a file is prepared.
  @FunctionalInterface
  public interface Scene {
    /// The file has been described and is half done.
    void halfWay(String fileName) throws InterruptedException;
  }

  /// Plays `halfWay` with every file from now on.
  public void play(Scene halfWay) {
    scene = halfWay;
  }

  /// Refuses files of that name from now on.
  public void refuse(String fileName, Prepared.Reason reason) {
    refusals.put(fileName, reason);
  }

  /// Refuses nothing any more.
  public void relent() {
    refusals.clear();
  }

  @Override
  public Outlook look(byte[] head, String fileName) {
    var name = FileNames.safe(fileName);
    if (name.startsWith("photo")) {
      return new Outlook.ToPrepare("image/jpeg", name);
    }
    return name.startsWith("film")
        ? new Outlook.ToPrepare("video/mp4", name)
        : new Outlook.AsItIs(MediaDescription.file("application/octet-stream"), name);
  }

  @Override
  public Prepared prepare(PrepareRequest request, Progress progress) throws InterruptedException {
    var description = description(request);
    progress.at(0);
    progress.described(description);
    progress.at(0.5);
    scene.halfWay(request.fileName());
    var refusal = refusals.get(request.fileName());
    if (refusal != null) {
      return new Prepared.Refused(refusal, "as the test wants it");
    }
    try {
      var file = Files.createTempFile(request.work(), "cleaned-", ".bin");
      try (var original = request.source().open();
          var out = Files.newOutputStream(file)) {
        out.write(CLEANED.getBytes(StandardCharsets.US_ASCII));
        var in = Channels.newInputStream(original);
        for (var part = in.readNBytes(COPY_BYTES);
            part.length > 0;
            part = in.readNBytes(COPY_BYTES)) {
          out.write(part);
        }
      }
      progress.at(1);
      return new Prepared.Ready(file, description, "clean-" + request.fileName());
    } catch (IOException e) {
      return new Prepared.Refused(Prepared.Reason.UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  private MediaDescription description(PrepareRequest request) {
    var film = request.fileName().startsWith("film");
    return new MediaDescription(
        film ? MediaDescription.Kind.VIDEO : MediaDescription.Kind.IMAGE,
        film ? "video/mp4" : "image/jpeg",
        640,
        480,
        film ? (request.fileName().startsWith("film-long") ? 61_500 : 5000) : 0,
        "LEHV6n",
        thumbnail,
        Octets.EMPTY);
  }

  @Override
  public CropResult crop(MediaSource source, Square square, CropSize size) {
    return new UntouchedMedia().crop(source, square, size);
  }
}
