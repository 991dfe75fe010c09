/// What belongs to the account beside its devices: its lock and its user name.
@NullMarked
package org.juntos.engine.account;

import org.jspecify.annotations.NullMarked;
