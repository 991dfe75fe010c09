/// Signed tokens (JWT, EdDSA): issue and verification.
@NullMarked
package org.juntos.relay.token;

import org.jspecify.annotations.NullMarked;
