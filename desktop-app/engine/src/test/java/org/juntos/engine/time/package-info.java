@NullMarked
package org.juntos.engine.time;

import org.jspecify.annotations.NullMarked;
