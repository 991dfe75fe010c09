/// Files that were encrypted, changed on their way, and read again.
@NullMarked
package org.juntos.crypto.attachment;

import org.jspecify.annotations.NullMarked;
