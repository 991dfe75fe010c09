/// Measured servers as child processes, and the accounts that are made on them.
@NullMarked
package org.juntos.bench.server;

import org.jspecify.annotations.NullMarked;
