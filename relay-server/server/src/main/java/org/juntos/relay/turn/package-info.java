/// Servers that carry calls between people whose networks do not let them reach each other (TURN,
/// RFC 8656).
@NullMarked
package org.juntos.relay.turn;

import org.jspecify.annotations.NullMarked;
