/// Resumable encrypted uploads with expiry.
@NullMarked
package org.juntos.relay.blob;

import org.jspecify.annotations.NullMarked;
