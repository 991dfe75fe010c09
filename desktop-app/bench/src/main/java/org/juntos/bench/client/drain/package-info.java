/// From process start to the last of the messages that waited at the relay.
@NullMarked
package org.juntos.bench.client.drain;

import org.jspecify.annotations.NullMarked;
