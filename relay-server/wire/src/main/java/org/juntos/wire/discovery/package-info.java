/// What client and relay both work out to find an account by its phone number without telling the
/// number: OPRF(ristretto255, SHA-512) of RFC 9497, and what follows from its output.
@NullMarked
package org.juntos.wire.discovery;

import org.jspecify.annotations.NullMarked;
