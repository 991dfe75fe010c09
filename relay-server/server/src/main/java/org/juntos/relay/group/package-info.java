/// Groups: keeps their states, which it cannot read, and changes them for whoever proves to be a
/// member and may.
@NullMarked
package org.juntos.relay.group;

import org.jspecify.annotations.NullMarked;
