/// One-time codes: sessions, tries, delivery. Tells the account role only a signed token.
@NullMarked
package org.juntos.relay.otp;

import org.jspecify.annotations.NullMarked;
