/// The embedded store: SQLite with one writer and group commit, keys and blobs as files.
@NullMarked
package org.juntos.relay.store;

import org.jspecify.annotations.NullMarked;
