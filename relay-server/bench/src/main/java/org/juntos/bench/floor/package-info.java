/// The least that a durable relay of envelopes can be: Jetty's core WebSocket, SQLite with group
/// commit, and nothing else. What the relay costs is told by the difference.
@NullMarked
package org.juntos.bench.floor;

import org.jspecify.annotations.NullMarked;
