/// Secrets in memory.
@NullMarked
package org.juntos.crypto.secret;

import org.jspecify.annotations.NullMarked;
