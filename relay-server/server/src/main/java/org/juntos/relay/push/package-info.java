/// Wakes devices that have no stream open.
@NullMarked
package org.juntos.relay.push;

import org.jspecify.annotations.NullMarked;
