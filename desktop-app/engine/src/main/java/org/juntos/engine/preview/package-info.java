/// What links lead to: made by the sender, who alone fetches anything.
@NullMarked
package org.juntos.engine.preview;

import org.jspecify.annotations.NullMarked;
