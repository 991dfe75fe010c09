@NullMarked
package org.juntos.engine.preview;

import org.jspecify.annotations.NullMarked;
