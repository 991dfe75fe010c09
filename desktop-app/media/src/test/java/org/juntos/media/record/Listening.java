package org.juntos.media.record;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Keeps all that a recorder tells.
final class Listening implements RecorderListener {
  final List<RecordedPart> parts = new ArrayList<>();
  final List<RecordingEnd> ends = new ArrayList<>();
  final CountDownLatch first = new CountDownLatch(1);
  final CountDownLatch over = new CountDownLatch(1);
  final CountDownLatch muted = new CountDownLatch(1);
  volatile Runnable onFirst = () -> {};
  private boolean begun;

  @Override
  public synchronized void heard(Duration length, double loudness, boolean mute) {
    if (mute) {
      muted.countDown();
    }
    if (!begun) {
      begun = true;
      onFirst.run();
    }
    first.countDown();
  }

  @Override
  public synchronized void part(RecordedPart part) {
    parts.add(part);
  }

  @Override
  public synchronized void ended(RecordingEnd why) {
    ends.add(why);
    over.countDown();
  }

  RecordingEnd end() throws InterruptedException {
    if (!over.await(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the recording does not end");
    }
    return ends.getFirst();
  }

  byte[] ogg() {
    var all = new ByteArrayOutputStream();
    parts.forEach(part -> all.writeBytes(part.ogg().toArray()));
    return all.toByteArray();
  }

  byte[] levels() {
    var all = new ByteArrayOutputStream();
    parts.forEach(part -> all.writeBytes(part.levels().toArray()));
    return all.toByteArray();
  }
}
