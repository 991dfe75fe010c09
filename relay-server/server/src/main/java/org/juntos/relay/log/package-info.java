/// The form of the log.
@NullMarked
package org.juntos.relay.log;

import org.jspecify.annotations.NullMarked;
