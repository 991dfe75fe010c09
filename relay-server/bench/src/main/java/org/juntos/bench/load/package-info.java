/// The load generator: devices on light sockets, in closed and open loops.
@NullMarked
package org.juntos.bench.load;

import org.jspecify.annotations.NullMarked;
