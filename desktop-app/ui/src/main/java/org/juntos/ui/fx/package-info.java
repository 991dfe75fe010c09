/// The bridge between the engine's threads and the JavaFX thread; the only place that crosses.
@NullMarked
package org.juntos.ui.fx;

import org.jspecify.annotations.NullMarked;
