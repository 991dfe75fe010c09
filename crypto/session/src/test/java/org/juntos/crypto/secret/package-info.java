/// Secrets that leave no copy.
@NullMarked
package org.juntos.crypto.secret;

import org.jspecify.annotations.NullMarked;
