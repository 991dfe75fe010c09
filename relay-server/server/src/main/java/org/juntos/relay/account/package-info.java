/// Accounts and their devices: register, prove, delete.
@NullMarked
package org.juntos.relay.account;

import org.jspecify.annotations.NullMarked;
