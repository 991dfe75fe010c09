package org.juntos.media.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.juntos.media.Octets;
import org.juntos.media.ffmpeg.EncodedVoice;
import org.juntos.media.ffmpeg.VoiceEncoding;
import org.juntos.media.record.Microphone.Capture;

/// A recorder whose encoder is a child. One thread listens and feeds it, another gathers what it
/// makes; a part is told every two seconds, so that no more than that is lost with the process.
final class ChildRecorder implements Recorder {
  private static final int SAMPLE_BYTES = 2;
  private static final int PART_LEVELS = 2 * VoiceLevels.A_SECOND;
  private static final int MUTE_SECONDS = 2;

  private final Microphone microphone;
  private final VoiceEncoding encoding;
  private final Duration longest;
  private final String input;
  private final RecorderListener listener;
  private final Object telling = new Object();
  private final ByteArrayOutputStream levels = new ByteArrayOutputStream();
  private Duration length = Duration.ZERO;
  private volatile @Nullable Capture capture;
  private volatile @Nullable EncodedVoice voice;
  private volatile boolean paused;
  private volatile boolean stopped;
  private boolean closed;

  ChildRecorder(
      Microphone microphone,
      VoiceEncoding encoding,
      Duration longest,
      String input,
      RecorderListener listener) {
    this.longest = longest;
    this.microphone = microphone;
    this.encoding = encoding;
    this.input = input;
    this.listener = listener;
  }

  ChildRecorder started() {
    Thread.ofVirtual().name("recorder").start(this::run);
    return this;
  }

  private void run() {
    switch (microphone.open(input)) {
      case Microphone.Opening.Refused(var why) -> tell(() -> listener.ended(end(why)));
      case Microphone.Opening.Open(var open) -> {
        try (open) {
          capture = open;
          record(open);
        }
      }
    }
  }

  private static RecordingEnd end(Microphone.Refusal why) {
    return switch (why) {
      case NONE -> RecordingEnd.NO_MICROPHONE;
      case GONE -> RecordingEnd.MICROPHONE_GONE;
      case BUSY -> RecordingEnd.MICROPHONE_BUSY;
      case DENIED -> RecordingEnd.DENIED;
    };
  }

  private void record(Capture open) {
    try (var encoded = encoding.start(open.sampleRate(), open.channels())) {
      voice = encoded;
      var gathering = Thread.ofVirtual().name("recorder-parts").unstarted(() -> gather(encoded));
      gathering.start();
      var why = isOver() ? RecordingEnd.STOPPED : listen(open, encoded);
      encoded.finish();
      gathering.join();
      var end = encoded.endedWell() ? why : RecordingEnd.FAILED;
      tell(() -> listener.ended(end));
    } catch (IOException | InterruptedException _) {
      tell(() -> listener.ended(RecordingEnd.FAILED));
    }
  }

  private boolean isOver() {
    synchronized (telling) {
      return stopped || closed;
    }
  }

  /// Returns why it is over.
  private RecordingEnd listen(Capture open, EncodedVoice encoded) {
    int second = open.sampleRate() * open.channels();
    var meter = new VoiceLevels(second);
    var block = new byte[second / VoiceLevels.A_SECOND * SAMPLE_BYTES];
    long most = longest.toSeconds() * second * SAMPLE_BYTES;
    long fed = 0;
    while (!isOver()) {
      int count = read(open, block);
      if (!paused) {
        int kept = (int) Math.min(count, most - fed);
        if (!encoded.write(block, kept)) {
          return RecordingEnd.FAILED;
        }
        fed += kept;
        meter.add(block, kept);
        heard(meter, Duration.ofMillis(fed * 1000 / SAMPLE_BYTES / second));
      }
      if (fed == most) {
        return RecordingEnd.FULL;
      }
      if (count < block.length) {
        return isOver() ? RecordingEnd.STOPPED : RecordingEnd.LOST;
      }
    }
    return RecordingEnd.STOPPED;
  }

  /// A device that fails gives nothing more.
  private static int read(Capture open, byte[] block) {
    try {
      return Math.max(0, open.read(block));
    } catch (IOException _) {
      return 0;
    }
  }

  private void heard(VoiceLevels meter, Duration now) {
    var fresh = meter.taken();
    tell(() -> {
      length = now;
      levels.writeBytes(fresh);
      if (fresh.length > 0) {
        var root = (fresh[fresh.length - 1] & 0xff) / 255.0;
        listener.heard(now, root, meter.isMute(MUTE_SECONDS));
      }
    });
  }

  private void gather(EncodedVoice encoded) {
    var block = new byte[1 << 14];
    var ogg = new ByteArrayOutputStream();
    try {
      for (int count = encoded.read(block); count >= 0; count = encoded.read(block)) {
        ogg.write(block, 0, count);
        synchronized (telling) {
          if (levels.size() >= PART_LEVELS && !closed) {
            part(ogg.toByteArray());
            ogg.reset();
          }
        }
      }
    } catch (IOException _) { // the child was ended: what it has made counts
      Arrays.fill(block, (byte) 0);
    }
    tell(() -> part(ogg.toByteArray()));
  }

  private void part(byte[] ogg) {
    if (ogg.length > 0 || levels.size() > 0) {
      var part = new RecordedPart(Octets.of(ogg), length, Octets.of(levels.toByteArray()));
      levels.reset();
      listener.part(part);
    }
  }

  private void tell(Runnable news) {
    synchronized (telling) {
      if (!closed) {
        news.run();
      }
    }
  }

  @Override
  public void pause() {
    paused = true;
  }

  @Override
  public void resume() {
    paused = false;
  }

  @Override
  public void stop() {
    synchronized (telling) {
      stopped = true;
    }
    release();
  }

  @Override
  public void close() {
    synchronized (telling) {
      closed = true;
    }
    release();
    var encoder = voice;
    if (encoder != null) {
      encoder.close();
    }
  }

  private void release() {
    var open = capture;
    if (open != null) {
      open.close();
    }
  }
}
