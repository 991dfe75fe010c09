/// The database itself: one connection, one thread, statements, migrations, snapshots.
@NullMarked
package org.juntos.store.db;

import org.jspecify.annotations.NullMarked;
