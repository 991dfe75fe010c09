/// The contract of the ports, and the fake that keeps it.
@NullMarked
package org.juntos.crypto.record;

import org.jspecify.annotations.NullMarked;
