/// Loops, how they are woken, and how long they wait after a failure.
@NullMarked
package org.juntos.engine.time;

import org.jspecify.annotations.NullMarked;
