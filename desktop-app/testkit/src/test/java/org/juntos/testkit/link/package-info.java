/// The client side of the wire against the real relay.
@NullMarked
package org.juntos.testkit.link;

import org.jspecify.annotations.NullMarked;
