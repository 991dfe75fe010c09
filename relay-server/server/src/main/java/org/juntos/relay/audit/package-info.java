/// Counts of what passed through the relay in a day: numbers and sizes, nothing of whom or what.
@NullMarked
package org.juntos.relay.audit;

import org.jspecify.annotations.NullMarked;
