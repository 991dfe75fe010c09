/// What the relay holds on this account.
@NullMarked
package org.juntos.engine.held;

import org.jspecify.annotations.NullMarked;
