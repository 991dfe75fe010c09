/// Prekey upload and hand-out; one-time keys are given once.
@NullMarked
package org.juntos.relay.prekey;

import org.jspecify.annotations.NullMarked;
