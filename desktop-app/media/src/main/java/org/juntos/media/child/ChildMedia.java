package org.juntos.media.child;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.juntos.media.CodeReading;
import org.juntos.media.CodeResult;
import org.juntos.media.CropResult;
import org.juntos.media.CropSize;
import org.juntos.media.DecodeResult;
import org.juntos.media.FileNames;
import org.juntos.media.ImageDecoding;
import org.juntos.media.MediaDescription;
import org.juntos.media.MediaLimits;
import org.juntos.media.MediaPreparation;
import org.juntos.media.MediaSource;
import org.juntos.media.Outlook;
import org.juntos.media.Prepared;
import org.juntos.media.Prepared.Reason;
import org.juntos.media.Progress;
import org.juntos.media.Square;
import org.juntos.media.StickerImage;
import org.juntos.media.ffmpeg.FfmpegFiles;
import org.juntos.media.ffmpeg.MediaMagic;
import org.juntos.media.ffmpeg.PlayablePreparation;
import org.juntos.media.ffmpeg.StreamDecoding;
import org.juntos.media.ffmpeg.Tools;
import org.juntos.media.ffmpeg.VoiceEncoding;
import org.juntos.media.image.ImageFormat;
import org.juntos.media.image.ImageWorker;
import org.juntos.media.playback.AudioOutput;
import org.juntos.media.playback.ChildPlayers;
import org.juntos.media.playback.Player;
import org.juntos.media.playback.PlayerFactory;
import org.juntos.media.playback.PlayerListener;
import org.juntos.media.playback.SoundCard;
import org.juntos.media.record.ChildRecorders;
import org.juntos.media.record.Microphone;
import org.juntos.media.record.Recorder;
import org.juntos.media.record.RecorderFactory;
import org.juntos.media.record.RecorderListener;
import org.juntos.media.record.SampledMicrophone;

/// All work on media, done in child processes. Children are started when first needed. Thread-safe.
/// Whoever makes it closes it, which ends the children.
public final class ChildMedia
    implements MediaPreparation,
        ImageDecoding,
        CodeReading,
        PlayerFactory,
        RecorderFactory,
        AutoCloseable {
  private final ImageWorker images;
  private final ImagePreparation imagePreparation;
  private final PlayablePreparation playablePreparation;
  private final PlayerFactory players;
  private final RecorderFactory recorders;

  /// As below, with the sound devices of the machine, if there are any.
  ///
  /// @throws IOException when the folder cannot be written
  public ChildMedia(MediaLimits limits, Path cache, SecureRandom random) throws IOException {
    this(limits, cache, random, new SoundCard(System::nanoTime), new SampledMicrophone());
  }

  /// @param cache private folder; keeps the unpacked ffmpeg (64 MB) and an empty working folder for
  ///   the children, which all programs share and nothing has to clear away
  /// @param sound where players are heard
  /// @param microphone what recorders listen to
  /// @throws IOException when the folder cannot be written
  public ChildMedia(
      MediaLimits limits, Path cache, SecureRandom random, AudioOutput sound, Microphone microphone)
      throws IOException {
    var folder = Files.createDirectories(cache.resolve("children"));
    images = new ImageWorker(folder, limits);
    imagePreparation = new ImagePreparation(images);
    var tools = new Tools(new FfmpegFiles(cache), folder);
    playablePreparation = new PlayablePreparation(tools, limits, random);
    var decoding = new StreamDecoding(tools, limits.probeTime(), random);
    players = new ChildPlayers(decoding, sound, System::nanoTime);
    recorders = new ChildRecorders(microphone, new VoiceEncoding(tools), RecorderFactory.LONGEST);
  }

  @Override
  public Outlook look(byte[] head, String fileName) {
    var name = FileNames.safe(fileName);
    var image = ImageFormat.of(head);
    if (image != null) {
      return new Outlook.ToPrepare(image.mediaType(), name);
    }
    return MediaMagic.isPlayable(head)
        ? new Outlook.ToPrepare(MediaMagic.mediaType(head), name)
        : new Outlook.AsItIs(MediaDescription.file(FileTypes.of(name)), name);
  }

  @Override
  public Prepared prepare(PrepareRequest request, Progress progress) throws InterruptedException {
    byte[] head;
    try (var channel = request.source().open()) {
      head = Channels.newInputStream(channel).readNBytes(HEAD_BYTES);
    } catch (IOException e) {
      return new Prepared.Refused(Reason.UNREADABLE, "cannot read: " + e.getMessage());
    }
    if (ImageFormat.of(head) != null) {
      return imagePreparation.prepare(request);
    }
    return MediaMagic.isPlayable(head)
        ? playablePreparation.prepare(request, progress)
        : new Prepared.Refused(Reason.DAMAGED, "neither picture, video nor sound");
  }

  @Override
  public CropResult crop(MediaSource source, Square square, CropSize size)
      throws InterruptedException {
    return new PictureCut(images).crop(source, square, size);
  }

  @Override
  public StickerImage sticker(MediaSource source) throws InterruptedException {
    return new StickerCut(images).make(source);
  }

  @Override
  public DecodeResult decode(MediaSource source, int maxEdge) throws InterruptedException {
    return images.decode(source, maxEdge);
  }

  @Override
  public CodeResult read(MediaSource picture) throws InterruptedException {
    return images.read(picture);
  }

  @Override
  public Player open(MediaSource source, Bounds bounds, PlayerListener listener) {
    return players.open(source, bounds, listener);
  }

  @Override
  public List<Microphone.Input> inputs() {
    return recorders.inputs();
  }

  @Override
  public Recorder open(String input, RecorderListener listener) {
    return recorders.open(input, listener);
  }

  /// Ends the image worker; players and recorders are closed by whoever opened them.
  @Override
  public void close() {
    images.close();
  }
}
