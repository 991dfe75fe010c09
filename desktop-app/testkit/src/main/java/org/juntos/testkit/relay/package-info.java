/// The relay's own roles, reached by a method call instead of a socket.
@NullMarked
package org.juntos.testkit.relay;

import org.jspecify.annotations.NullMarked;
