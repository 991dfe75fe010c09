/// A network that a seed decides: delays, cuts, losses, repeats, all on one thread.
@NullMarked
package org.juntos.testkit.network;

import org.jspecify.annotations.NullMarked;
