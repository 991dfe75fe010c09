/// The devices of this account.
@NullMarked
package org.juntos.store.device;

import org.jspecify.annotations.NullMarked;
