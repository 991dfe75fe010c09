/// This device's keys and how they are kept fresh.
@NullMarked
package org.juntos.engine.device;

import org.jspecify.annotations.NullMarked;
