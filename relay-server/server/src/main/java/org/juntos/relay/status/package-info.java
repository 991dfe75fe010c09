/// The slots of statuses: so many of an account in any 24 hours, each with ciphertext or without.
@NullMarked
package org.juntos.relay.status;

import org.jspecify.annotations.NullMarked;
