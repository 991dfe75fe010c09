package org.juntos.bench.client.start;

import java.util.Locale;

/// The client beside the empty window.
///
/// @param messages stored
/// @param first the start before there was a cache to start from
/// @param keyMillis how long the key slot alone takes to open; part of what the client takes
public record StartFigures(
    int messages, StartRun first, StartRun client, StartRun floor, double keyMillis) {
  /// A JSON object.
  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"messages\":%d,%s,\"askedMs\":%.0f,\"listedMs\":%.0f,"
            + "\"keySlot\":\"passphrase\",\"keyMs\":%.0f,\"first\":{%s},\"floor\":{%s},"
            + "\"ratio\":{\"wall\":%.2f,\"cpu\":%.2f,\"rss\":%.2f}}",
        messages,
        client.members(),
        client.askedMillis(),
        client.listedMillis(),
        keyMillis,
        first.members(),
        floor.members(),
        client.shownMillis() / floor.shownMillis(),
        client.processorSeconds() / floor.processorSeconds(),
        client.residentMebibytes() / floor.residentMebibytes());
  }
}
