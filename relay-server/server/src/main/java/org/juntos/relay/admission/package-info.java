/// Ways to an account without a one-time code. What they prove ends, like a code, in a signed
/// admission, which is all that the account role learns.
@NullMarked
package org.juntos.relay.admission;

import org.jspecify.annotations.NullMarked;
