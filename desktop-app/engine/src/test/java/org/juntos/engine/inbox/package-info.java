@NullMarked
package org.juntos.engine.inbox;

import org.jspecify.annotations.NullMarked;
