/// What people show each other of themselves: this account's own profile on its way to the relay,
/// and those of contacts on their way here.
@NullMarked
package org.juntos.engine.person;

import org.jspecify.annotations.NullMarked;
