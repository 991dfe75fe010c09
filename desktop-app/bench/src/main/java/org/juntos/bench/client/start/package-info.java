/// From process start to a conversation on the screen.
@NullMarked
package org.juntos.bench.client.start;

import org.jspecify.annotations.NullMarked;
