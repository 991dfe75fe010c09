/// The headless messenger.
@NullMarked
package org.juntos.engine;

import org.jspecify.annotations.NullMarked;
