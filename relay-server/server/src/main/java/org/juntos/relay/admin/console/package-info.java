/// The operator's console: web pages made here, without scripts and without anything from
/// elsewhere.
@NullMarked
package org.juntos.relay.admin.console;

import org.jspecify.annotations.NullMarked;
