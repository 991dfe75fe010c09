/// Mailboxes through which a device of an account reaches a device that has none yet.
@NullMarked
package org.juntos.relay.provisioning;

import org.jspecify.annotations.NullMarked;
