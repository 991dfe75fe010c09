/// The encrypted local store. One connection, one thread, transactions; changes are published in
/// commit order.
@NullMarked
package org.juntos.store;

import org.jspecify.annotations.NullMarked;
