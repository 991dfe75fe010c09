@NullMarked
package org.juntos.engine.online;

import org.jspecify.annotations.NullMarked;
