/// Which address of the relay is used.
@NullMarked
package org.juntos.engine.route;

import org.jspecify.annotations.NullMarked;
