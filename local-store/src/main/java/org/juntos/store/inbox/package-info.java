/// What has arrived: attempt marks, what was seen before, quarantine.
@NullMarked
package org.juntos.store.inbox;

import org.jspecify.annotations.NullMarked;
