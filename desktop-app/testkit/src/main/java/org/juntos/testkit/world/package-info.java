/// People with real engines on one thread: every loop, every arrival and every wait happens in an
/// order that the seed decides.
@NullMarked
package org.juntos.testkit.world;

import org.jspecify.annotations.NullMarked;
