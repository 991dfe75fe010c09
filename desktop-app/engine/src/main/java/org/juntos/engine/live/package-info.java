/// The models: read again from the store after each commit that concerns them.
@NullMarked
package org.juntos.engine.live;

import org.jspecify.annotations.NullMarked;
