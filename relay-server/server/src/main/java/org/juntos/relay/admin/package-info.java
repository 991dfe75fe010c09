/// The operator's port of a running relay, and the command line that talks to it.
@NullMarked
package org.juntos.relay.admin;

import org.jspecify.annotations.NullMarked;
