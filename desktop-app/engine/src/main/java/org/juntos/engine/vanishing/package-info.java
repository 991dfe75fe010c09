/// Messages that vanish, and what of the history is kept.
@NullMarked
package org.juntos.engine.vanishing;

import org.jspecify.annotations.NullMarked;
