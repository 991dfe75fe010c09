/// The relay as one closable thing, its settings and its command line.
@NullMarked
package org.juntos.relay;

import org.jspecify.annotations.NullMarked;
