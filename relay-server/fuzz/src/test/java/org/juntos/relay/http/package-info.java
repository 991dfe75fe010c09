/// What a fuzzer writes to: requests and frames of the relay, without a socket.
@NullMarked
package org.juntos.relay.http;

import org.jspecify.annotations.NullMarked;
