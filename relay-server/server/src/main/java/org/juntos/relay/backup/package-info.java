/// Copies of all that a relay holds, taken while it runs, and the way back.
@NullMarked
package org.juntos.relay.backup;

import org.jspecify.annotations.NullMarked;
