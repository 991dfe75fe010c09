/// Statuses: posted, published, fetched, seen, and over after a day.
@NullMarked
package org.juntos.engine.status;

import org.jspecify.annotations.NullMarked;
