/// Conversations and their timelines.
@NullMarked
package org.juntos.store.history;

import org.jspecify.annotations.NullMarked;
