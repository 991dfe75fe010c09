@NullMarked
package org.juntos.engine.live;

import org.jspecify.annotations.NullMarked;
