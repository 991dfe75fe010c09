/// Rate and size limits, and the verdict that a request gets.
@NullMarked
package org.juntos.relay.limit;

import org.jspecify.annotations.NullMarked;
