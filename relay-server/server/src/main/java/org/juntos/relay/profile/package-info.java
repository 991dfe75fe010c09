/// What accounts show their contacts of themselves: a ciphertext each, of which the relay knows the
/// length.
@NullMarked
package org.juntos.relay.profile;

import org.jspecify.annotations.NullMarked;
