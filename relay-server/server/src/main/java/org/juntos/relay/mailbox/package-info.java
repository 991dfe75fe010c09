/// One queue per device: append, read in order, acknowledge, expire.
@NullMarked
package org.juntos.relay.mailbox;

import org.jspecify.annotations.NullMarked;
