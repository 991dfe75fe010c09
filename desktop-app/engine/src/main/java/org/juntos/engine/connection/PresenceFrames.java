package org.juntos.engine.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.juntos.wire.AccountId;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.Presence;
import org.juntos.wire.proto.PresenceWatch;

/// Frames about presence between our records and Protocol Buffers.
public final class PresenceFrames {
  private PresenceFrames() {}

  /// One frame.
  public static ByteBuffer watch(List<Watched> accounts) {
    var watch = PresenceWatch.newBuilder();
    for (var account : accounts) {
      watch.addAccounts(
          PresenceWatch.Watched.newBuilder()
              .setAccountId(WireValues.bytes(account.account().bytes()))
              .setAccessKey(WireValues.bytes(account.accessKey().value())));
    }
    return ClientFrame.newBuilder()
        .setPresence(watch)
        .build()
        .toByteString()
        .asReadOnlyByteBuffer();
  }

  static List<Sighting> read(List<Presence> presence) throws IOException {
    var sightings = new ArrayList<Sighting>(presence.size());
    for (var one : presence) {
      var account = new AccountId(WireValues.id(one.getAccountId()));
      sightings.add(new Sighting(account, state(one)));
    }
    return sightings;
  }

  /// What is not understood is not told.
  private static Sighting.State state(Presence presence) {
    return switch (presence.getState()) {
      case ONLINE -> new Sighting.State.Online();
      case AWAY ->
          presence.getSeenFromMs() >= 0 && presence.getSeenSpanMs() > 0
              ? new Sighting.State.Away(
                  Instant.ofEpochMilli(presence.getSeenFromMs()),
                  Duration.ofMillis(presence.getSeenSpanMs()))
              : new Sighting.State.Hidden();
      case HIDDEN, STATE_UNSPECIFIED, UNRECOGNIZED -> new Sighting.State.Hidden();
    };
  }
}
