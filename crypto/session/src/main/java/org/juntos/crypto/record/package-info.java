/// Ports that the local store implements: all that the Signal protocol has to remember.
@NullMarked
package org.juntos.crypto.record;

import org.jspecify.annotations.NullMarked;
