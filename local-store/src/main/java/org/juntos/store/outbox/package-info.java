/// What waits to be sent.
@NullMarked
package org.juntos.store.outbox;

import org.jspecify.annotations.NullMarked;
