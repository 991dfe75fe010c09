/// What a relay must bear apart from its daily talk: offline devices, long queues, idle sockets,
/// everybody coming back at once, a start. Each prints one JSON line at its end.
@NullMarked
package org.juntos.bench.scenario;

import org.jspecify.annotations.NullMarked;
